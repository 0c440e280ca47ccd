/** Rows of a table that come from a file of figures. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { DataNode, DataScalar } from '../source/data-node.js';
import { didYouMean, normalise } from './labels.js';
import type { ReadContext } from './read-context.js';
import type { YamlColumn } from './yaml-columns.js';
import type { SheetRow } from './world.js';
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
    const names = new Map<number, string>();
    row.cells.forEach((cell, n) => {
      const index = places[n];
      if (index === undefined || index < 0) return;
      if (cell.text.startsWith('=')) {
        context.report(
          error(
            'table-is-complete',
            cell.span,
            `${cell.place ?? `a cell of “${source.text}”`} holds the formula ${cell.text}`,
            {
              hint: 'A file of figures holds values only; write the formula in the table.',
            },
          ),
        );
        return;
      }
      cells.set(index, { kind: 'scalar', text: cell.text, quoted: true, span: cell.span });
      if (cell.place !== undefined) names.set(index, cell.place);
    });
    warnOfTotal(row, source.text, context);
    return { kind: 'data', span: row.span, cells, places: names };
  });
}

/** A total of the file would be added up again with the rows it is the total of. */
function warnOfTotal(row: SheetRow, file: string, context: ReadContext): void {
  const [label] = row.cells;
  if (label === undefined || !/^(?:grand |sub-?)?total\b/i.test(label.text)) return;
  const where = label.place ?? file;
  context.report(
    warning(
      'total-row-is-bold',
      label.span,
      `the row “${label.text}” (${where}) is read as an ordinary row`,
      {
        hint: 'Leave it out of the cells you name, and write rows: [{ total: Total }] under source:, so that it is added up and checked here.',
      },
    ),
  );
}
