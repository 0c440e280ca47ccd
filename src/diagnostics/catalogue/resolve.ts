/** Rules of the room `resolve`. */
export const resolveRules = {} as const;
