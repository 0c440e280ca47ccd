/** What the usual words of statuses say of an action: done, open, late, or moved to another date. */

export type Status = 'done' | 'open' | 'late' | 'moved' | 'other';

const words: Readonly<Record<Exclude<Status, 'other'>, RegExp>> = {
  done: /^(?:completed?|done|closed|achieved|delivered|implemented|finished|cleared|in\s+effect|action\s+complete|blue)\b/i,
  late: /^(?:overdue|late|missed)\b/i,
  moved: /^(?:re-?programmed|re-?scheduled|deferred|slippage|slipped|delayed|postponed)\b/i,
  open: /^(?:on\s+(?:track|target|schedule)|in\s+progress|on-?going|underway|under\s+way|not\s+(?:yet\s+)?started|started|planned|to\s+do|open|green)\b/i,
};
/** Statuses after which no date is expected any more. */
const ended = /^(?:cancelled|withdrawn|stopped|not\s+needed|superseded|on\s+hold|paused|n\/a|rejected)\b/i;

/** The meaning of the words that a text begins with; undefined for other words. */
export function statusOf(text: string): Status | undefined {
  const bare = text.trim().replace(/^(?:new\s*[-–:]?\s+)/i, '');
  for (const status of ['done', 'late', 'moved', 'open'] as const)
    if (words[status].test(bare)) return status;
  return ended.test(bare) ? 'other' : undefined;
}
