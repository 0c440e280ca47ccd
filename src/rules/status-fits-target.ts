/** "Complete" beside 8 of a target of 10: an action that is complete has reached its target. */
import { Decimal } from 'decimal.js';
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RowWords, TableWords } from '../model/table-words.js';
import type { Rule } from './rule.js';
import { statusOf } from './status-words.js';
import { tablesOf } from './tables-of.js';

const id = 'status-fits-target';

export const rule: Rule = {
  id,
  check: (_, texts) =>
    texts.flatMap((text) =>
      tablesOf(text).flatMap((table) => {
        const found = columnsOf(table);
        return found === undefined ? [] : table.rows.flatMap((row) => checkRow(row, found));
      }),
    ),
};

const targetHead = /^(?:target|planned|plan|required)\b/i;
const actualHead =
  /^(?:actual|achieved|latest|issued|delivered|completed|done|number|result|to date|so far)\b/i;
/** Measures of which less is better. */
const lowIsGood =
  /\b(?:reduc\w*|few(?:er)?|less|lower|below|under|no\s+more|at\s+most|maximum|limit|cut|days|hours|time|complaints|absence|cost|spend\w*|incidents|offences|delay\w*|waiting)\b/i;

interface Columns {
  readonly target: number;
  readonly actual: number;
  readonly status: number;
}

/** Where the target, what was reached and the status stand; undefined where one of them is missing. */
function columnsOf({ columns }: TableWords): Columns | undefined {
  const status = columns.findIndex((c) => c.type === 'status' || /^(?:status|progress)\b/i.test(c.label));
  const target = columns.findIndex((c) => c.numeric && targetHead.test(c.label));
  const actual = columns.findIndex((c) => c.numeric && actualHead.test(c.label));
  return status < 0 || target < 0 || actual < 0 ? undefined : { target, actual, status };
}

function checkRow(row: RowWords, columns: Columns): readonly Diagnostic[] {
  if (row.kind !== 'data' || lowIsGood.test(row.label)) return [];
  const target = row.cells[columns.target];
  const actual = row.cells[columns.actual];
  const status = row.cells[columns.status];
  if (target?.amount === undefined || actual?.amount === undefined || status === undefined) return [];
  const said = /^[^.,;:(]*/.exec(status.text)?.[0].trim() ?? '';
  if (statusOf(said) !== 'done') return [];
  const short = new Decimal(target.amount).minus(actual.amount);
  if (!short.isPositive() || short.isZero()) return [];
  return [
    warning(id, status.span, `“${row.label}” is “${said}” with ${actual.text} of ${target.text}`, {
      related: [{ span: actual.span, message: `${short.toFixed()} short of the target` }],
      hint: 'Correct the status or the figure, or say in words why fewer are enough.',
    }),
  ];
}
