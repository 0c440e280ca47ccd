/** Where an item of the executive is not a key decision, it says why. */
import { warning } from '../diagnostics/diagnostic.js';
import { allItems } from './rule.js';
import type { Rule } from './rule.js';

export const rule: Rule = {
  id: 'key-decision-has-reason',
  check: ({ meetings }) =>
    meetings.flatMap(allItems).flatMap((item) => {
      if (item.keyDecision !== false) return [];
      const message = `item ${item.number} is marked as no key decision, and gives no reason`;
      const hint =
        'Type the reason in place of “false”, for example: “keyDecision: below the threshold of £500,000”.';
      return [warning('key-decision-has-reason', item.span, message, { hint })];
    }),
};
