/** Rules of the room `pdf`. */
export const pdfRules = {} as const;
