/** How wide the columns of words are: references, measures and entries of a word or two (look, style sheet). */
import { plainText } from '../../model/inline.js';
import type { Cell, Table } from '../../model/table.js';

/** Characters of a reference such as OCC12, and of an entry that is not broken over lines. */
const longestReference = 6;
const longestEntry = 14;
/** A name that is worth a column as wide as a few words. */
const leastMeasure = 24;

/** The class of each column, or none. */
export function columnClasses(table: Table): readonly (string | undefined)[] {
  const longest = table.columns.map(() => 0);
  for (const row of table.rows) {
    if (row.kind === 'group' || row.kind === 'note') continue;
    for (const cell of row.cells) {
      if (cell.colSpan > 1) continue;
      longest[cell.column] = Math.max(longest[cell.column] ?? 0, lengthOf(cell));
    }
  }
  const isReference = table.columns.length > 2 && (longest[0] ?? 0) <= longestReference;
  return table.columns.map(({ type, numeric }, i) => {
    const length = longest[i] ?? 0;
    if (i === 0) return isReference ? 'stick--ref' : undefined;
    if (numeric || (type !== 'text' && type !== 'markdown')) return undefined;
    if (length > 0 && length <= longestEntry) return 'short';
    return i === 1 && isReference && length >= leastMeasure ? 'measure' : undefined;
  });
}

function lengthOf({ content }: Cell): number {
  return content.kind === 'blocks' ? leastMeasure : plainText(content.content).length;
}
