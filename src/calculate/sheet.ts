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
  if (dividedOtherwise(head, source, context)) return [];
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
      // A formula in a CSV file was told when the file was read.
      if (cell.text.startsWith('=') && cell.place === undefined) return;
      if (cell.text.startsWith('=')) {
        context.report(
          error('table-is-complete', cell.span, `${cell.place ?? ''} holds the formula ${cell.text}`, {
            hint: 'A file of figures holds values only; write the formula in the table.',
          }),
        );
        return;
      }
      cells.set(index, { kind: 'scalar', text: cell.text, quoted: true, span: cell.span });
      if (cell.place !== undefined) names.set(index, cell.place);
    });
    warnOfTotal(row, source.text, context);
    reportSurplus(row, head, source.text, context);
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

/** Figures right of the last heading belong to no column; a thousands comma without quotation marks makes two cells of one figure. */
function reportSurplus(row: SheetRow, head: SheetRow, file: string, context: ReadContext): void {
  const extra = row.cells.slice(head.cells.length).find((cell) => cell.text.trim() !== '');
  if (extra === undefined) return;
  context.report(
    error(
      'row-fits-table',
      extra.span,
      `“${extra.text.slice(0, 40)}” in a row of “${file}” stands under no heading`,
      {
        hint: `The first row has ${head.cells.length} headings. A figure with a thousands comma stands in quotation marks, "1,234", or without the comma.`,
      },
    ),
  );
}

/** A file whose cells semicolons or tabs divide has one long heading. */
function dividedOtherwise(head: SheetRow, source: DataScalar, context: ReadContext): boolean {
  const [only, second] = head.cells;
  const sign = second !== undefined ? undefined : /[;\t]/.exec(only?.text ?? '')?.[0];
  if (sign === undefined || only === undefined) return false;
  context.report(
    error(
      'table-is-complete',
      only.span,
      `the file “${source.text}” divides its cells with ${sign === ';' ? 'semicolons' : 'tabs'}, not with commas`,
      { hint: 'In Excel choose Save as and “CSV UTF-8 (Comma delimited)”, or save it as .xlsx.' },
    ),
  );
  return true;
}
