/** Rules of the room `chart`. */
export const chartRules = {} as const;
