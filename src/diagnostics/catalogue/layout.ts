/** Rules of the room `layout`. */
export const layoutRules = {} as const;
