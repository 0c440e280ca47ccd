/** Turns a table written in YAML into the grid that is calculated (format, section 6). */
import { error } from '../diagnostics/diagnostic.js';
import type { DataBlock } from '../model/table-source.js';
import { entry } from '../source/data-node.js';
import type { Grid } from './grid.js';
import type { ReadContext } from './read-context.js';
import { checkSettings } from './settings.js';
import { checkKeys, readYamlColumns, textOfNode } from './yaml-columns.js';
import { makeYamlGrid } from './yaml-grid.js';
import { allRows } from './yaml-origins.js';

const tableKeys = [
  'id',
  'caption',
  'unit',
  'decimals',
  'totals',
  'tolerance',
  'words',
  'note',
  'notes',
  'hint',
  'layout',
  'carry',
  'lang',
  'columns',
  'rows',
  'checks',
  'source',
  'letters',
  'collect',
  'of',
];

/** Reads a table block; undefined where nothing useful could be made of it. */
export function readYamlTable(block: DataBlock, context: ReadContext): Grid | undefined {
  const parsed = context.world.parseYaml(block.text, block.textSpan);
  parsed.diagnostics.forEach(context.report);
  const root = parsed.value;
  if (root?.kind !== 'map') {
    if (parsed.diagnostics.length === 0)
      context.report(
        error('table-is-complete', block.span, 'this table has no columns and rows', {
          hint: 'Write columns: and rows: as the guide shows.',
        }),
      );
    return undefined;
  }
  checkKeys(root, tableKeys, 'a table', context);
  checkSettings(root, context);
  const columnsNode = entry(root, 'columns');
  if (columnsNode?.kind !== 'map' || columnsNode.entries.length === 0) {
    context.report(
      error('table-is-complete', columnsNode?.span ?? root.span, 'this table has no columns', {
        hint: 'Write columns: {service: Service, income: Income}.',
      }),
    );
    return undefined;
  }
  const rounding = textOfNode(entry(root, 'tolerance')) === 'rounding';
  const head = readYamlColumns(columnsNode, rounding, context);
  const collection = allRows(root, head.columns, context);
  return makeYamlGrid(block, root, head.columns, head.headRows, collection, context);
}
