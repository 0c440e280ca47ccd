/** Title and unit line of a table, with a tally of its statuses where it has the page to itself. */
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import type { Box } from '../flow/box.js';
import type { Build, Region } from '../flow/build.js';
import { captionOf } from '../flow/figures.js';
import { textBoxes } from '../flow/text.js';
import { measureInline } from '../inline/lines.js';
import { tag } from '../tags.js';
import type { TableLook } from './columns.js';
import { tallyBox, tallyOf } from './tally.js';

/** Title and unit line, in the table's caption. */
export function captionBoxes(
  table: Table,
  part: { readonly index: number; readonly count: number },
  region: Region,
  look: TableLook,
  node: TagNode,
  build: Build,
): readonly Box[] {
  const { text } = build.style;
  const turned = region.frame.width > region.frame.height && !region.inTable;
  const whole = captionOf('Table', table.number, table.caption);
  const title: readonly Inline[] =
    part.count === 1
      ? whole
      : [...whole, { kind: 'text', text: ` (part ${part.index + 1} of ${part.count})` }];
  const unit: readonly Inline[] =
    table.unitLine === undefined ? [] : [{ kind: 'text', text: table.unitLine }];
  if (title.length + unit.length === 0) return [];
  const caption = tag('Caption');
  const counts = turned && part.index === 0 ? tallyOf(table) : [];
  const boxes = [
    ...textBoxes(title, 'P', turned ? text.section : text.caption, region, caption, build),
    ...withTally(
      textBoxes(unit, 'P', text.unitLine, region, caption, build),
      unit,
      counts.length === 0 ? undefined : tallyBox(counts, region, look, caption, build),
      region,
      build,
    ),
  ];
  if (caption.children.length > 0) node.children.push(caption);
  return boxes;
}

/** The unit line with a tally at its right end where both have room, else under it. */
function withTally(
  lines: readonly Box[],
  unit: readonly Inline[],
  tally: ReturnType<typeof tallyBox>,
  region: Region,
  build: Build,
): readonly Box[] {
  if (tally === undefined) return lines;
  const [only, ...more] = lines;
  const { full } = measureInline(unit, build.style.text.unitLine, build);
  if (only === undefined || more.length > 0 || full + tally.width > region.right - region.x - 12)
    return [...lines, tally];
  return [
    {
      ...only,
      draw: (page, top, continued) => {
        only.draw(page, top, continued);
        tally.draw(page, top, continued);
      },
    },
  ];
}
