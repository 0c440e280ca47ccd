/** Boxes of figures: images and charts with their titles, keys, sources and data. */
import { drawChart } from '../../chart/draw.js';
import { chartKey } from '../../chart/key.js';
import { lostParts } from '../svg/print.js';
import { unprintedImage } from '../unprinted-image.js';
import type { ImageFigureOf } from '../../model/block.js';
import type { Chart, ChartData } from '../../model/chart.js';
import type { DrawOp } from '../../model/drawing.js';
import type { Inline, PaperAddress } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { baseline, drawLine, labelLine } from '../inline/lines.js';
import { tag } from '../tags.js';
import { box, edged } from './box.js';
import type { Box } from './box.js';
import type { Build, Region } from './build.js';
import { textBoxes } from './text.js';

/** Pixels of an image to points, as CSS has it. */
const pixel = 0.75;

/** "Figure 1: " before a caption. */
export function captionOf(
  name: 'Figure' | 'Table',
  number: number | undefined,
  caption: readonly Inline[],
): readonly Inline[] {
  if (number === undefined) return caption;
  const lead: Inline = {
    kind: 'text',
    text: caption.length === 0 ? `${name} ${number}` : `${name} ${number}: `,
  };
  return [lead, ...caption];
}

/** The image of a paragraph or cell that holds nothing else: as large as it is, like one with a title. */
export function soleImage(content: readonly Inline[]): ImageFigureOf<Inline> | undefined {
  const only = content.find((part) => part.kind === 'image');
  if (only === undefined) return undefined;
  if (content.some((part) => part !== only && (part.kind !== 'text' || part.text.trim() !== '')))
    return undefined;
  const { src, alt, decorative, span } = only;
  return { kind: 'image-figure', span, src, alt, decorative };
}

/** An image with its title above it. Never wider than its region, nor higher than most of a page. */
export function imageBoxes(
  figure: ImageFigureOf<Inline>,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const { gap, text } = build.style;
  const own = tag('Div', parent);
  const title = textBoxes(
    captionOf('Figure', figure.number, figure.caption ?? []),
    'P',
    text.caption,
    region,
    own,
    build,
  );
  const size = build.imageSize(figure.src);
  if (size === undefined) {
    build.report(unprintedImage(figure.src, figure.span));
    const words = textBoxes([{ kind: 'text', text: figure.alt }], 'P', text.source, region, own, build);
    return edged(
      [...title.map((each) => ({ ...each, keep: true })), ...words],
      { before: gap.figure },
      { after: gap.figure },
    );
  }
  for (const lost of lostParts(figure.src, size, figure.span)) build.report(lost);
  const room = (region.frame.bottom - region.frame.top) * 0.8;
  // Large print enlarges pictures, too, as far as the page goes: they may hold words.
  const scale = Math.min(
    build.style.scale,
    (region.wideRight - region.x) / (size.width * pixel),
    room / (size.height * pixel),
  );
  const width = size.width * pixel * scale;
  const height = size.height * pixel * scale;
  const node = figure.decorative ? undefined : tag('Figure', own, { alt: figure.alt });
  const image = box(height, (page, top) => {
    if (node !== undefined)
      node.bbox = { page: page.index, box: [region.x, top, region.x + width, top + height] };
    page.items.push({
      kind: 'image',
      x: region.x,
      y: top,
      width,
      height,
      src: figure.src,
      tag: node ?? 'artifact',
    });
  });
  return edged(
    [
      ...title.map((each) => ({ ...each, keep: true })),
      { ...image, before: title.length > 0 ? gap.unitLine : 0 },
    ],
    { before: gap.figure },
    { after: gap.figure },
  );
}

/** The drawing at a width, made once: rounds of layout repeat until the page numbers settle, and charts are dear. */
function drawingOf(data: ChartData, width: number, build: Build): ReturnType<typeof drawChart> {
  type Drawings = Map<number, ReturnType<typeof drawChart>>;
  const known = (build.fonts.kept.get(data) as Drawings | undefined) ?? (new Map() as Drawings);
  build.fonts.kept.set(data, known);
  const drawing = known.get(width) ?? drawChart(data, width, build.measure, 'page');
  known.set(width, drawing);
  return drawing;
}

/** A chart: title, unit line, key, drawing, source, and the figures behind it. */
export function chartBoxes(
  chart: Chart,
  region: Region,
  parent: TagNode,
  build: Build,
  tableBoxes: (table: Table, region: Region, parent: TagNode, build: Build) => readonly Box[],
): readonly Box[] {
  const { gap, text, scale } = build.style;
  const own = tag('Div', parent);
  const wide: Region = { ...region, right: region.wideRight };
  const title = textBoxes(
    captionOf('Figure', chart.number, chart.caption),
    'P',
    text.caption,
    wide,
    own,
    build,
  );
  const unit =
    chart.unitLine === undefined
      ? []
      : textBoxes([{ kind: 'text', text: chart.unitLine }], 'P', text.unitLine, wide, own, build);
  const figure = tag('Figure', own, { alt: chart.alt });
  const width = wide.right - wide.x;
  const key = keyBox(chart, wide, own, figure, build);
  const drawing = drawingOf(chart.data, width / scale, build);
  const room = (region.frame.bottom - region.frame.top) * 0.7;
  const shrink = Math.min(scale, room / drawing.height);
  const height = drawing.height * shrink;
  const picture = box(
    height,
    (page, top) => {
      figure.bbox = { page: page.index, box: [wide.x, top, wide.x + drawing.width * shrink, top + height] };
      page.items.push({
        kind: 'vector',
        x: wide.x,
        y: top,
        ops: drawing.ops,
        ...(shrink === 1 ? {} : { scale: shrink }),
        tag: figure,
      });
    },
    { before: gap.unitLine },
  );
  const below = [chart.source, chart.note].flatMap((words) =>
    words === undefined ? [] : textBoxes(words, 'P', text.source, wide, own, build),
  );
  const tied = [...title, ...unit, ...key].map((each) => ({ ...each, keep: true }));
  return [
    ...edged(
      [...tied, { ...picture, keep: below.length > 0 }, ...edged(below, { before: gap.source })],
      { before: gap.figure },
      { after: gap.figure },
    ),
    ...(drawing.labelled && standsIn(chart.source ?? [], build.address)
      ? []
      : edged(dataBoxes(chart, region, own, build, tableBoxes), { before: gap.figure })),
  ];
}

/** True where the words name a table of this same paper: the figures stand there. */
function standsIn(source: readonly Inline[], paper: PaperAddress): boolean {
  return source.some((part) => {
    if (part.kind === 'link')
      return part.target.kind === 'paper' && part.target.paper === paper && part.target.anchor !== undefined;
    return 'content' in part && standsIn(part.content, paper);
  });
}

/** The figures behind a chart, for whoever cannot see or read it. */
function dataBoxes(
  chart: Chart,
  region: Region,
  parent: TagNode,
  build: Build,
  tableBoxes: (table: Table, region: Region, parent: TagNode, build: Build) => readonly Box[],
): readonly Box[] {
  // The figures of a chart have no number of their own: they are known by the chart's.
  const figures: Table = withoutNumber(chart.table);
  const name = chart.number === undefined ? 'The figures of the chart' : `Figure ${chart.number} as a table`;
  return tableBoxes(
    { ...figures, caption: [{ kind: 'text', text: name }] },
    { ...region, gutter: undefined },
    parent,
    build,
  );
}

function withoutNumber(table: Table): Table {
  const own: { -readonly [K in keyof Table]: Table[K] } = { ...table };
  delete own.number;
  return own;
}

/** One entry of a key after the other, on as many lines as they need. The words are text; the swatches are not. */
function keyBox(
  chart: Chart,
  region: Region,
  parent: TagNode,
  figure: TagNode,
  build: Build,
): readonly Box[] {
  const entries = chartKey(chart.data);
  if (entries.length === 0) return [];
  const style = { ...build.style.text.unitLine, colour: 'ink' as const };
  const { scale } = build.style;
  const node = tag('P');
  parent.children.splice(parent.children.indexOf(figure), 0, node);
  const swatchWidth = 15 * scale;
  const between = 18 * scale;
  const placed: { x: number; line: number; index: number }[] = [];
  let x = region.x;
  let line = 0;
  const texts = entries.map((entry) => labelLine(entry.label, style, build));
  entries.forEach((_, index) => {
    const width = swatchWidth + 5 * scale + (texts[index]?.width ?? 0);
    if (x > region.x && x + width > region.right) {
      x = region.x;
      line++;
    }
    placed.push({ x, line, index });
    x += width + between;
  });
  const height = (line + 1) * style.leading;
  const down = baseline(style, build);
  return [
    box(
      height,
      (page, top) => {
        for (const spot of placed) {
          const entry = entries[spot.index];
          const words = texts[spot.index];
          if (entry === undefined || words === undefined) continue;
          const lineTop = top + spot.line * style.leading;
          const size = swatchWidth / entry.swatch.width;
          const ops: readonly DrawOp[] = entry.swatch.ops;
          page.items.push({
            kind: 'vector',
            x: spot.x,
            y: lineTop + (style.leading - entry.swatch.height * size) / 2,
            ops,
            scale: size,
            tag: 'artifact',
          });
          drawLine(words, spot.x + swatchWidth + 5 * scale, lineTop + down, node, page, build);
        }
      },
      { before: build.style.gap.item },
    ),
  ];
}
