/** Sentences under a table: notes, what was recalculated and agreed, what was left out, and rounding. */
import type { AuthoredInline } from '../model/inline.js';
import type { NegativeStyle } from './format.js';
import { plainNumber } from './format.js';
import { coverageLines } from './coverage.js';
import type { Grid } from './grid.js';
import { cellName } from './grid.js';
import type { FindParts } from './rounding.js';
import { roundingGaps } from './rounding.js';

/** The footer of a calculated grid. */
export function footerLines(
  grid: Grid,
  negative: NegativeStyle,
  findParts: FindParts,
): readonly (readonly AuthoredInline[])[] {
  const lines: (readonly AuthoredInline[])[] = [...grid.notes, ...coverageLines(grid)];
  const say = (text: string): void => {
    lines.push([{ kind: 'text', text }]);
  };
  let stated = 0;
  let agreed = 0;
  let excluded = 0;
  let totals = true;
  const left: string[] = [];
  const reasons: string[] = [];
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      if (cell.input.kind === 'stated') {
        stated++;
        if (cell.result?.agreed === true) agreed++;
        if (row.kind === 'data') totals = false;
      }
      const reason = cell.reason ?? cell.result?.explained;
      if (reason !== undefined) reasons.push(`${cellName(cell)}: ${reason.replace(/\.$/, '')}.`);
      const out = cell.result?.excluded ?? 0;
      if (out > 0) {
        excluded = out;
        left.push(cellName(cell));
      }
    }
  }
  reasons.forEach(say);
  if (stated > 0)
    say(
      `${agreed} of ${stated} ${totals ? (stated === 1 ? 'total' : 'totals') : stated === 1 ? 'figure' : 'figures'} recalculated and agreed.`,
    );
  const [only] = left;
  if (left.length === 1 && only !== undefined)
    say(`${only}: excluding ${excluded} ${excluded === 1 ? 'figure' : 'figures'} to be confirmed.`);
  else if (left.length > 1)
    say(
      `Excluding figures to be confirmed: ${left.slice(0, 6).join('; ')}${left.length > 6 ? ' and others' : ''}.`,
    );
  const gaps = roundingGaps(grid, findParts);
  if (gaps.length > 0) {
    const shown = gaps
      .slice(0, 6)
      .map((gap) => `${gap.name} by ${plainNumber(gap.amount, gap.decimals, negative)}`);
    say(
      `Figures may not sum because of rounding: ${shown.join('; ')}${gaps.length > 6 ? ' and others' : ''}.`,
    );
  }
  return lines;
}
