/** A report lists the documents that it relies on, and where they can be seen (LGA 1972, s.100D). */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { AuthoredPaper } from '../model/publication.js';
import { spanOf } from '../model/schema/read.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { allPapers } from './rule.js';
import type { Rule } from './rule.js';

const id = 'background-papers-listed';

export const rule: Rule = {
  id,
  check: (publication) =>
    allPapers(publication).flatMap((paper) => (paper.type === 'report' ? checkReport(paper) : [])),
};

function checkReport(paper: AuthoredPaper): readonly Diagnostic[] {
  const { backgroundPapers, span, settings, title } = paper;
  if (backgroundPapers === undefined) {
    const message = `the report “${title}” does not list its background papers`;
    const hint =
      'Add “backgroundPapers:” with the title, date and link or location of each, or “backgroundPapers: none”.';
    return [error(id, span, message, { hint })];
  }
  if (backgroundPapers === 'none') return [];
  return backgroundPapers.flatMap((background, i) => {
    if (background.link !== undefined || background.location !== undefined || background.part === 2)
      return [];
    const message = `the background paper “${background.title}” has neither a link nor a location`;
    const hint = 'Say where it can be seen: add “link:” or “location:”.';
    return [warning(id, spanOf(settings, ['backgroundPapers', i, 'title'], span), message, { hint })];
  });
}
