/** What the word beside an arrow says of a movement: an arrow up is good news for some figures and bad news for others. */

const better = /\b(?:better|improv\w*|good)\b/i;
const worse = /\b(?:worse\w*|declin\w*|deteriorat\w*|bad)\b/i;

/** Whether the word says that things got better or worse; "slightly worse" is a caution; undefined for other words. */
export function toneOfMovement(words: string): 'good' | 'caution' | 'bad' | undefined {
  if (worse.test(words)) return /\bslightly\b/i.test(words) ? 'caution' : 'bad';
  return better.test(words) ? 'good' : undefined;
}
