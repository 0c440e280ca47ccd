/** Brings together the rows of a table in YAML: those of a file of figures, those collected, and those typed. */
import { error } from '../diagnostics/diagnostic.js';
import type { DataList, DataMap } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { readCollectedRows, refuseFrom } from './collect-rows.js';
import type { CollectedRows } from './collect-rows.js';
import type { ReadContext } from './read-context.js';
import { readSheetRows } from './sheet.js';
import type { YamlColumn } from './yaml-columns.js';
import { textOfNode } from './yaml-columns.js';
import { readYamlRows } from './yaml-rows.js';

/** Rows of the file named by `source` or of the register named by `collect`, then those typed. */
export function allRows(root: DataMap, columns: readonly YamlColumn[], context: ReadContext): CollectedRows {
  const source = entry(root, 'source');
  const collect = entry(root, 'collect');
  const listed = entry(root, 'rows');
  const typed: DataList = listed?.kind === 'list' ? listed : { kind: 'list', items: [], span: root.span };
  const elsewhere = source !== undefined || collect !== undefined;
  if (listed !== undefined && listed.kind !== 'list' && !(elsewhere && textOfNode(listed) === '')) {
    context.report(
      error('table-is-complete', listed.span, 'rows: is not a list of rows', {
        hint: 'Write each row on a line of its own after a hyphen: - [Youth, 0.563].',
      }),
    );
  }
  if (listed === undefined && !elsewhere) {
    context.report(
      error('table-is-complete', root.span, 'this table has no rows', {
        hint: 'Write rows: and a list, or source: and a file of figures.',
      }),
    );
  }
  const fromFile = source?.kind === 'scalar' ? readSheetRows(source, columns, context) : [];
  const isText = (index: number): boolean => {
    const column = columns[index];
    if (column?.type !== undefined)
      return !['money', 'number', 'percent', 'fte', 'score'].includes(column.type);
    return column?.formula === undefined && index === 0;
  };
  const collected: CollectedRows =
    collect?.kind === 'scalar'
      ? readCollectedRows(collect, columns, textOfNode(entry(root, 'of')), context)
      : { rows: [] };
  if (collect === undefined) refuseFrom(columns, context);
  return {
    ...collected,
    rows: [...fromFile, ...collected.rows, ...readYamlRows(typed, columns, isText, context)],
  };
}
