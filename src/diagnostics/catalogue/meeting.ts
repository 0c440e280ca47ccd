/** Rules about meetings, agendas and packs. */
export const meetingRules = {} as const;
