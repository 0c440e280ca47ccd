/** What stands in a cell, as boxes one under the other. */
import type { Colour } from '../../model/drawing.js';
import { plainText } from '../../model/inline.js';
import type { Inline } from '../../model/inline.js';
import { toneOfMovement } from '../../model/movement.js';
import { sparkline } from '../../chart/sparkline.js';
import { withSpoken } from '../../model/spoken.js';
import type { Cell, HeadCell, Mark, Sparkline } from '../../model/table.js';
import type { TagNode, TagRef } from '../display.js';
import { drawLine, layoutInline } from '../inline/lines.js';
import type { Line } from '../inline/lines.js';
import { drawMark } from '../shapes.js';
import { markColours } from '../symbols.js';
import type { TextStyle } from '../style.js';
import { tag } from '../tags.js';
import { box, edged, lineBox } from '../flow/box.js';
import type { Box } from '../flow/box.js';
import type { Build, Region } from '../flow/build.js';
import { imageBoxes, soleImage } from '../flow/figures.js';
import { gatherNotes } from '../flow/text.js';
import type { TableLook } from './columns.js';

/** From where to where a cell's content reaches. */
export interface CellEdges {
  readonly x: number;
  readonly right: number;
}

/** Boxes of a body cell. A figure stands `shift` points from the right edge, to line up with others. */
export function cellBoxes(
  cell: Cell,
  formula: string | undefined,
  style: TextStyle,
  shift: number,
  edges: CellEdges,
  node: TagNode,
  region: Region,
  look: TableLook,
  build: Build,
): readonly Box[] {
  const boxes: Box[] = [];
  if (cell.sparkline !== undefined) boxes.push(sparklineBox(cell.sparkline, edges, node, look));
  const inner = (): Region => ({
    ...region,
    gutter: undefined,
    x: edges.x,
    right: edges.right,
    wideLeft: edges.x,
    wideRight: edges.right,
    text: style,
    depth: 0,
    listLook: 'plain',
    inTable: true,
  });
  const image = cell.content.kind === 'inline' ? soleImage(cell.content.content) : undefined;
  if (image !== undefined) {
    boxes.push(...edged(imageBoxes(image, inner(), node, build), { before: 0 }, { after: 0 }));
  } else if (cell.content.kind === 'inline') {
    const inside = shift === 0 ? edges : { x: edges.x, right: edges.right - shift };
    boxes.push(...inlineCell(cell, cell.content.content, style, inside, node, region, look, build));
  } else {
    boxes.push(...edged(build.makeBlocks(cell.content.blocks, inner(), node), { before: 0 }, { after: 0 }));
  }
  if (formula !== undefined) {
    const lines = layoutInline([{ kind: 'text', text: formula }], edges.right - edges.x, look.small, build);
    const own = tag('P', node);
    boxes.push(...placed(lines, edges, 'left', own, build));
  }
  return boxes;
}

/** A line as high as a line of text: a figure with its words, or an artefact above words that are printed. */
function sparklineBox(
  { values, target, words }: Sparkline,
  edges: CellEdges,
  parent: TagNode,
  look: TableLook,
): Box {
  const width = Math.min(look.graph, edges.right - edges.x);
  const { ops, height } = sparkline(values, width, look.text.leading, target);
  const node = words === undefined ? undefined : tag('Figure', parent, { alt: words });
  return box(height, (page, top) => {
    if (node !== undefined)
      node.bbox = { page: page.index, box: [edges.x, top, edges.x + width, top + height] };
    page.items.push({ kind: 'vector', x: edges.x, y: top, ops, tag: node ?? 'artifact' });
  });
}

function inlineCell(
  cell: Cell,
  content: readonly Inline[],
  style: TextStyle,
  edges: CellEdges,
  node: TagNode,
  region: Region,
  look: TableLook,
  build: Build,
): readonly Box[] {
  const { mark } = cell;
  const colour = mark === undefined ? style.colour : toneOf(mark, content);
  const own: TextStyle = mark === undefined ? style : { ...style, weight: 600, colour };
  const left = mark === undefined ? edges.x : edges.x + look.afterMark;
  // The words to hear go on the figure alone, so that the cell keeps its type and a mark of a note its own.
  const lines = layoutInline(withSpoken(content, cell.spoken), edges.right - left, own, build);
  if (lines.length === 0) return [];
  gatherNotes(lines, region, build);
  const boxes = placed(lines, { x: left, right: edges.right }, cell.numeric ? 'right' : 'left', node, build);
  if (mark === undefined) return boxes;
  const first = boxes[0];
  if (first === undefined) return boxes;
  return [
    {
      ...first,
      draw: (page, top, continued) => {
        drawMark(page, mark, edges.x, top + (own.leading - look.mark) / 2, look.mark, colour);
        first.draw(page, top, continued);
      },
    },
    ...boxes.slice(1),
  ];
}

/** A movement has the colour of its word: the arrow says where the number went, the word whether that is good. */
function toneOf(mark: Mark, content: readonly Inline[]): Colour {
  if (mark !== 'up' && mark !== 'down') return markColours[mark];
  const tone = toneOfMovement(plainText(content));
  if (tone !== undefined) return markColours[tone];
  return markColours[mark];
}

/** Lines at the left or right edge of a cell, one box each. */
function placed(
  lines: readonly Line[],
  edges: CellEdges,
  align: 'left' | 'right' | 'centre',
  node: TagRef,
  build: Build,
): readonly Box[] {
  return lines.map((line) =>
    lineBox(
      line.height,
      (page, top) => {
        const slack = edges.right - edges.x - line.width;
        const x = align === 'left' ? edges.x : align === 'right' ? edges.x + slack : edges.x + slack / 2;
        drawLine(line, x, top + line.baseline, node, page, build);
      },
      line.notes,
      false,
    ),
  );
}

/** Boxes of a head cell, in `node` the first time, and as an artefact where the head is repeated. */
export function headCellBoxes(
  cell: HeadCell,
  edges: CellEdges,
  node: TagRef,
  region: Region,
  look: TableLook,
  build: Build,
): readonly Box[] {
  const width = edges.right - edges.x;
  const align = cell.scope === 'colgroup' ? 'centre' : cell.numeric ? 'right' : 'left';
  const lines = layoutInline(cell.content, width, look.head, build);
  const artefact = typeof node === 'string';
  if (!artefact) gatherNotes(lines, region, build);
  const boxes = [...placed(lines, edges, align, node, build)];
  if (cell.hint !== undefined) {
    const hint = layoutInline([{ kind: 'text', text: cell.hint }], width, look.small, build);
    boxes.push(...placed(hint, edges, align, artefact ? node : tag('P', node), build));
  }
  return artefact ? boxes.map((own) => ({ ...own, notes: [] })) : boxes;
}
