/** Rows of a table that come from a file of figures. */
import { error } from '../diagnostics/diagnostic.js';
import type { DataNode, DataScalar } from '../source/data-node.js';
import { didYouMean, normalise } from './labels.js';
import type { ReadContext } from './read-context.js';
import type { YamlColumn } from './yaml-columns.js';
import type { YamlRow } from './yaml-rows.js';

/** Reads the rows of `source`. Its first row names the columns, by key or by label; columns with a formula may be left out. */
export function readSheetRows(
  source: DataScalar,
  columns: readonly YamlColumn[],
  context: ReadContext,
): readonly YamlRow[] {
  const read = context.world.readTable?.(source.text, source.span);
  if (read === undefined) {
    context.report(
      error('table-is-complete', source.span, `the file “${source.text}” cannot be read`, {
        hint: 'Check its name; paths count from the folder data.',
      }),
    );
    return [];
  }
  read.diagnostics.forEach(context.report);
  const [head, ...body] = read.value ?? [];
  if (head === undefined) return [];
  const places = head.cells.map((cell) => {
    const wanted = normalise(cell.text);
    return columns.findIndex(
      (c) =>
        normalise(c.key) === wanted ||
        normalise(c.path.at(-1) ?? '') === wanted ||
        normalise(c.path.join(', ')) === wanted,
    );
  });
  columns.forEach((column, i) => {
    if (places.includes(i) || column.formula !== undefined) return;
    const hint =
      didYouMean(
        column.key,
        head.cells.map((c) => c.text),
      ) ?? `Its first row has ${head.cells.map((c) => `“${c.text}”`).join(', ')}.`;
    context.report(
      error('table-is-complete', source.span, `the file “${source.text}” has no column “${column.key}”`, {
        hint,
      }),
    );
  });
  return body.map((row) => {
    const cells = new Map<number, DataNode>();
    row.cells.forEach((cell, n) => {
      const index = places[n];
      if (index === undefined || index < 0) return;
      if (cell.text.startsWith('=')) {
        context.report(
          error('table-is-complete', cell.span, `a cell of “${source.text}” holds the formula ${cell.text}`, {
            hint: 'A file of figures holds values only; write the formula in the table.',
          }),
        );
        return;
      }
      cells.set(index, { kind: 'scalar', text: cell.text, quoted: true, span: cell.span });
    });
    return { kind: 'data', span: row.span, cells };
  });
}
