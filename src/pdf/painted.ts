/** Paints the items of a page as a content stream that any document can hold, and keeps it for as long as the items live. */
import type { DisplayItem, DisplayPage, LinkItem, TagNode } from '../layout/display.js';
import type { Paint } from '../model/drawing.js';
import type { Fonts } from '../type/fonts.js';
import { ContentStream } from './content.js';
import { openDeflate } from './deflate.js';
import { glyphWriter } from './faces.js';
import type { FaceUse } from './faces.js';
import type { NamedImage } from './images.js';
import { drawText } from './text.js';
import { drawVector, isSeen } from './vector.js';
import { num } from './numbers.js';
import { patternName } from './patterns.js';

type PatternPaint = Extract<Paint, { kind: 'pattern' }>;

/** A content stream with all that a page must bring for it. */
export interface PaintedItems {
  /** Operators: deflated, but for what lies on pages made elsewhere. */
  readonly stream: Uint8Array;
  /** Elements of the marked-content sequences in the order of their MCIDs, and links between them. */
  readonly sequence: readonly (TagNode | LinkItem)[];
  readonly faces: readonly FaceUse[];
  readonly patterns: readonly PatternPaint[];
  readonly images: readonly NamedImage[];
}

/** What a page is made of: the text of a paper is the same wherever it stands, its head and foot are not. */
export interface PaintedPage {
  readonly body: PaintedItems;
  /** Head and foot, where there are any. */
  readonly furniture: PaintedItems | undefined;
}

/** Paints pages for one set of fonts. */
export interface PagePainter {
  /** Body and furniture apart, those of before where the very same items were painted. */
  page(page: DisplayPage, image: (src: string) => NamedImage | undefined): PaintedPage;
  /** Everything in one stream that is not deflated: for what lies over a page made elsewhere. */
  over(page: DisplayPage, image: (src: string) => NamedImage | undefined): PaintedItems;
}

/** Under this key a set of fonts keeps its painter. */
const painterKey = {};

/** The painter of a set of fonts: one, so that every document shares what was painted before. */
export function pagePainter(fonts: Fonts): PagePainter {
  const known = fonts.kept.get(painterKey) as PagePainter | undefined;
  if (known) return known;
  const made = makePainter(fonts);
  fonts.kept.set(painterKey, made);
  return made;
}

function makePainter(fonts: Fonts): PagePainter {
  const content = new ContentStream();
  const glyphs = glyphWriter(fonts);
  const deflate = openDeflate();
  /** By list of items; the height is that of the page they were painted for. */
  const bodies = new WeakMap<
    readonly DisplayItem[],
    { readonly height: number; readonly painted: PaintedItems }
  >();
  const furnitures = new WeakMap<DisplayPage, PaintedItems | undefined>();

  const paint = (
    items: Iterable<DisplayItem>,
    height: number,
    image: (src: string) => NamedImage | undefined,
  ): Omit<PaintedItems, 'stream'> => {
    const patterns = new Map<string, PatternPaint>();
    const images: NamedImage[] = [];
    const tools = {
      fonts,
      glyphs,
      pattern: (own: PatternPaint) => {
        const name = patternName(own);
        patterns.set(name, own);
        return name;
      },
    };
    content.begin();
    glyphs.begin();
    for (const item of items) {
      switch (item.kind) {
        case 'text':
          if (item.text === '') break;
          content.under(item.tag);
          drawText(item, height, content, tools);
          break;
        case 'vector':
          if (!isSeen(item)) break;
          content.under(item.tag);
          drawVector(item, height, content, tools);
          break;
        case 'image': {
          const own = image(item.src);
          if (!own) break;
          images.push(own);
          content.under(item.tag);
          content.endText();
          const place = `${num(item.width)} 0 0 ${num(item.height)} ${num(item.x)} ${num(height - item.y - item.height)}`;
          content.out.ascii(`q ${place} cm ${own.turn}/${own.name} Do Q\n`);
          break;
        }
        case 'link':
          content.sequence.push(item);
          break;
        case 'imported':
          break;
      }
    }
    content.finish();
    const { sequence } = content;
    return { sequence, faces: glyphs.uses(), patterns: [...patterns.values()], images };
  };
  const deflated = (
    items: readonly DisplayItem[],
    height: number,
    image: (src: string) => NamedImage | undefined,
  ): PaintedItems => {
    const rest = paint(items, height, image);
    return { stream: deflate(content.out.view()), ...rest };
  };

  return {
    page(page, image) {
      const { items, height } = page;
      const known = bodies.get(items);
      let body = known?.height === height ? known.painted : undefined;
      if (!body) {
        body = deflated(
          items.filter((item) => !isFurniture(item)),
          height,
          image,
        );
        // The content of an image may change while its place does not.
        if (body.images.length === 0 && !items.some((item) => item.kind === 'image'))
          bodies.set(items, { height, painted: body });
      }
      if (!furnitures.has(page)) {
        const own = [...items.filter(isFurniture), ...(page.furniture ?? [])];
        furnitures.set(page, own.length === 0 ? undefined : deflated(own, height, image));
      }
      return { body, furniture: furnitures.get(page) };
    },
    over(page, image) {
      const rest = paint([...page.items, ...(page.furniture ?? [])], page.height, image);
      return { stream: content.out.copy(), ...rest };
    },
  };
}

function isFurniture(item: DisplayItem): boolean {
  return item.tag === 'pagination';
}
