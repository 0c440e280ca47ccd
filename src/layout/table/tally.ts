/** How many rows of a scorecard have each status, at the right of its unit line (look, page 9). */
import { plainText } from '../../model/inline.js';
import { marks } from '../../model/table.js';
import type { Mark, Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { drawLine, labelLine } from '../inline/lines.js';
import { drawMark } from '../shapes.js';
import { markColours } from '../symbols.js';
import { box } from '../flow/box.js';
import type { Box } from '../flow/box.js';
import type { Build, Region } from '../flow/build.js';
import { tag } from '../tags.js';
import type { TableLook } from './columns.js';

/** One status of a table. */
export interface Count {
  readonly mark: Mark;
  readonly word: string;
  readonly count: number;
}

/** With fewer rows than this the eye counts faster. */
const leastRows = 4;

/** Counts of the one column of ratings or statuses, in the order of the symbols; none where there is not one. */
export function tallyOf(table: Table): readonly Count[] {
  const columns = table.columns.flatMap(({ type }, i) => (type === 'rag' || type === 'status' ? [i] : []));
  const [column] = columns;
  if (column === undefined || columns.length > 1) return [];
  const counts = new Map<string, { mark: Mark; word: string; count: number }>();
  let rows = 0;
  for (const row of table.rows) {
    const cell = row.cells.find((each) => each.column === column);
    if (row.kind !== 'data' || cell?.mark === undefined || cell.content.kind !== 'inline') continue;
    const word = plainText(cell.content.content);
    const known = counts.get(`${cell.mark} ${word}`);
    if (known === undefined) counts.set(`${cell.mark} ${word}`, { mark: cell.mark, word, count: 1 });
    else known.count++;
    rows++;
  }
  if (rows < leastRows) return [];
  return [...counts.values()].sort((a, b) => marks.indexOf(a.mark) - marks.indexOf(b.mark));
}

/** The tally on one line at the right edge, its counts and words as text; undefined where it has no room. */
export function tallyBox(
  counts: readonly Count[],
  region: Region,
  look: TableLook,
  parent: TagNode,
  build: Build,
): (Box & { readonly width: number }) | undefined {
  const { unitLine } = build.style.text;
  const bold = { ...unitLine, weight: 600 as const, figures: 'tabular' as const };
  const between = look.mark * 1.9;
  const parts = counts.map(({ mark, word, count }) => ({
    mark,
    number: labelLine(String(count), { ...bold, colour: 'ink' }, build),
    words: labelLine(word, { ...bold, colour: markColours[mark] }, build),
  }));
  const symbol = look.afterMark + (look.afterMark - look.mark);
  const widths = parts.map(({ number, words }) => (number?.width ?? 0) + symbol + (words?.width ?? 0));
  const width = widths.reduce((sum, each) => sum + each, between * (parts.length - 1));
  if (width > region.right - region.x) return undefined;
  const node = tag('P', parent);
  const own = box(unitLine.leading, (page, top) => {
    let x = region.right - width;
    parts.forEach(({ mark, number, words }, i) => {
      if (number !== undefined) drawLine(number, x, top + number.baseline, node, page, build);
      const left = x + (number?.width ?? 0) + (look.afterMark - look.mark);
      drawMark(page, mark, left, top + (unitLine.leading - look.mark) / 2, look.mark, markColours[mark]);
      if (words !== undefined)
        drawLine(words, left + look.afterMark, top + words.baseline, node, page, build);
      x += (widths[i] ?? 0) + between;
    });
  });
  return { ...own, width };
}
