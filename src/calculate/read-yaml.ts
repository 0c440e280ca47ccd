/** Turns a table written in YAML into the grid that is calculated (format, section 6). */
import type { DataBlock } from '../model/table-source.js';
import type { Grid } from './grid.js';
import type { ReadContext } from './read-pipe.js';

/** Reads a table block. */
export function readYamlTable(block: DataBlock, context: ReadContext): Grid | undefined {
  context.world.parseYaml(block.text, block.textSpan);
  return undefined;
}
