/** A report says what it asks the committee to do. */
import { error } from '../diagnostics/diagnostic.js';
import { allPapers } from './rule.js';
import type { Rule } from './rule.js';
import { hasContainer } from './walk.js';

export const rule: Rule = {
  id: 'report-recommends',
  check: (publication) =>
    allPapers(publication).flatMap((paper) => {
      if (paper.type !== 'report' || hasContainer(paper.text.blocks, 'recommendations')) return [];
      const message = `the report “${paper.title}” has no recommendations`;
      const hint = 'Put them in its text between a line “::: recommendations” and a line “:::”.';
      return [error('report-recommends', paper.span, message, { hint })];
    }),
};
