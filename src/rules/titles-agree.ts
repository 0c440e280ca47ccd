/** An item and its report have the same title, unless the item says why not. */
import { warning } from '../diagnostics/diagnostic.js';
import { allItems } from './rule.js';
import type { Rule } from './rule.js';

export const rule: Rule = {
  id: 'titles-agree',
  check: ({ meetings }) =>
    meetings.flatMap(allItems).flatMap((item) => {
      const reports = item.papers.filter((paper) => paper.type === 'report');
      const [report] = reports;
      if (report === undefined || reports.length > 1 || item.titleDiffers !== undefined || item.part === 2)
        return [];
      if (comparable(report.title) === comparable(item.title)) return [];
      const message = `item ${item.number} is called “${item.title}”, and its report “${report.title}”`;
      const hint = 'Give both the same title, or add “titleDiffers:” and the reason to the item.';
      const related = [{ span: report.span, message: 'the report' }];
      return [warning('titles-agree', item.span, message, { hint, related })];
    }),
};

/** Capitals, spacing and punctuation make no difference, nor does the word "report" at either end. */
function comparable(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .replace(/^report (on )?| report$/g, '')
    .trim();
}
