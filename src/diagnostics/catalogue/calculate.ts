/** Rules of the room `calculate`. */
export const calculateRules = {} as const;
