/** Finds the spaces at which a line must not end: within `£4.2 million`, `Section 151`, `30 January 2019`. */

const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** Words that belong to the number or letter after them. */
const named =
  '(?:Sections?|Sub-?sections?|Paragraphs?|Paras?\\.?|Tables?|Figures?|Appendix|Appendices|Annex|Parts?|Items?|Pages?|' +
  'Schedules?|Chapters?|Clauses?|Regulations?|Articles?|Years?|Notes?|Options?|Objectives?|Recommendations?|' +
  'Minutes?|Rules?|Stages?|Phases?|Wards?|Quarters?|Councillor|Cllr\\.?|Mrs\\.?|Mr\\.?|Ms\\.?|Miss|Dr\\.?|No\\.?|s\\.|ss\\.|p\\.|pp\\.)';

const pattern = new RegExp(
  [
    // £4.2 million, 12 per cent, 3.5 FTE
    String.raw`\d (?:million|billion|thousand|per cent|pence|FTE|pm|am|km|miles|kg|tonnes|m²)\b`,
    // 30 January 2019, January 2019
    String.raw`\b\d{1,2} ${months}(?: \d{4})?\b`,
    String.raw`\b${months} \d{4}\b`,
    // Section 151, paragraph 2.4, Table A, Councillor Lowry
    String.raw`\b${named} (?=\(?[\dA-Z])`,
  ].join('|'),
  'gi',
);

/**
 * Offsets just after the spaces of a text where no line may end, in order.
 *
 * `Part A` is matched case by case: the letter after must be a capital or a figure, so "part of" is free.
 */
export function gluedSpaces(text: string): ReadonlySet<number> {
  const glued = new Set<number>();
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const next = text.charAt(end);
    // The pattern ignores case, so a small letter after "part " has to be turned away here.
    if (match[0].endsWith(' ') && next >= 'a' && next <= 'z') continue;
    for (let i = match.index; i < end; i++) if (text.charAt(i) === ' ') glued.add(i + 1);
  }
  return glued;
}
