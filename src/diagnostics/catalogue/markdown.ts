/** Rules of the room `markdown`. */
export const markdownRules = {} as const;
