/** Rules of the room `load`. */
export const loadRules = {} as const;
