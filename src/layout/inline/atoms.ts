/** Flattens inlines into stretches of text in one style, over one string that line breaking looks at. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { lostParts } from '../svg/print.js';
import { unprintedImage } from '../unprinted-image.js';
import type { Colour } from '../../model/drawing.js';
import { plainText } from '../../model/inline.js';
import type { Inline, LinkTarget } from '../../model/inline.js';
import type { Span } from '../../source/span.js';
import type { Figures, FontKey } from '../../type/fonts.js';
import type { LayoutContext } from '../context.js';
import type { TagNode } from '../display.js';
import type { TextStyle } from '../style.js';
import { inlineTag } from '../tags.js';
import type { InlineTag } from '../tags.js';
import { present, printed } from './characters.js';

/** A link, shared by all the lines it runs over. */
export interface LinkArea {
  readonly target: LinkTarget;
  /** Words for a reader of annotations. */
  readonly contents: string;
  readonly tag: TagNode;
}

/** A stretch of text in one style. */
export interface Atom {
  readonly kind: 'text';
  /** Where it begins and ends in the whole text. */
  readonly start: number;
  readonly end: number;
  readonly font: FontKey;
  readonly size: number;
  readonly rise: number;
  readonly colour: Colour;
  readonly figures: Figures;
  readonly letterSpacing: number;
  readonly underline: boolean;
  readonly strike: boolean;
  /** True where it may hold characters that are not painted. */
  readonly silent: boolean;
  readonly tag: InlineTag | undefined;
  readonly link: LinkArea | undefined;
  /** Number of the note it marks. */
  readonly note: number | undefined;
}

/** An image within a line. */
export interface ImageAtom {
  readonly kind: 'image';
  readonly start: number;
  readonly end: number;
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly tag: InlineTag | undefined;
  readonly link: LinkArea | undefined;
}

export interface FlatText {
  /** What is printed, with single spaces, `\n` for asked breaks and U+FFFC for images. */
  readonly text: string;
  readonly atoms: readonly (Atom | ImageAtom)[];
  /** Offsets where no line may end although the characters would allow it: before marks of notes. */
  readonly closed: ReadonlySet<number>;
  /** What the author has to be told: characters and images that cannot be printed. */
  readonly faults: readonly Diagnostic[];
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly colour: Colour;
  readonly figures: Figures;
  readonly tag: InlineTag | undefined;
  readonly link: LinkArea | undefined;
}

/** The face for a family, weight and slant; the serif has no italic and stays upright. */
export function fontOf(family: 'sans' | 'serif', bold: boolean, italic: boolean): FontKey {
  if (family === 'serif') return bold ? 'serif-bold' : 'serif';
  if (bold) return italic ? 'sans-bold-italic' : 'sans-bold';
  return italic ? 'sans-italic' : 'sans';
}

/** Superior figures of note marks, as parts of the size around them. */
const noteSize = 0.68;
const noteRise = 0.34;

/** Pixels of an image to points, as CSS has it. */
const pixel = 0.75;

/** Flattens `content` for lines of `width` points, which images must not exceed. */
export function flatten(
  content: readonly Inline[],
  width: number,
  style: TextStyle,
  ctx: LayoutContext,
): FlatText {
  let text = '';
  const atoms: (Atom | ImageAtom)[] = [];
  const closed = new Set<number>();
  const faults: Diagnostic[] = [];
  const letterSpacing = style.letterSpacing ?? 0;

  const add = (run: string, font: FontKey, look: Look, note: number | undefined, silent: boolean): void => {
    const start = text.length;
    text += run;
    const isNote = note !== undefined;
    const atom: Atom = {
      kind: 'text',
      start,
      end: text.length,
      font,
      size: isNote ? style.size * noteSize : style.size,
      rise: isNote ? style.size * noteRise : 0,
      colour: look.colour,
      figures: look.figures,
      letterSpacing,
      underline: look.link !== undefined && !isNote,
      strike: look.strike,
      silent,
      tag: look.tag,
      link: look.link,
      note,
    };
    const last = atoms.at(-1);
    if (last?.kind === 'text' && last.end === start && sameLook(last, atom))
      atoms[atoms.length - 1] = { ...last, end: atom.end, silent: last.silent || silent };
    else atoms.push(atom);
  };

  const push = (raw: string, look: Look, span: Span | undefined, note?: number): void => {
    const before = text.charCodeAt(text.length - 1);
    const clean = printed(raw, text === '' || before === 32 || before === 10);
    if (clean.text === '') return;
    const font = fontOf(style.family, look.bold, look.italic);
    if (clean.ascii) {
      add(clean.text, font, look, note, false);
      return;
    }
    const there = present(clean.text, font, ctx.fonts, span, (fault) => void faults.push(fault));
    for (const run of ctx.fonts.runs(font, there)) add(run.text, run.font, look, note, true);
  };

  const walk = (parts: readonly Inline[], look: Look): void => {
    for (const part of parts) {
      switch (part.kind) {
        case 'text':
          push(part.text, look, part.span);
          break;
        case 'strong':
          walk(part.content, { ...look, bold: true });
          break;
        case 'emphasis':
          walk(part.content, { ...look, italic: true });
          break;
        case 'strike':
          walk(part.content, { ...look, strike: true });
          break;
        case 'code':
          push(part.text, { ...look, figures: 'tabular', tag: inlineTag('Code', look.tag) }, part.span);
          break;
        case 'span':
          walk(
            part.content,
            part.lang === undefined
              ? look
              : { ...look, tag: inlineTag('Span', look.tag, { lang: part.lang }) },
          );
          break;
        case 'break':
          text = text.endsWith(' ') ? `${text.slice(0, -1)}\n` : `${text}\n`;
          trimLast(atoms, text.length - 1);
          break;
        case 'image': {
          const size = ctx.imageSize(part.src);
          if (size === undefined) {
            faults.push(unprintedImage(part.src, part.span));
            push(part.alt, look, part.span);
            break;
          }
          faults.push(...lostParts(part.src, size, part.span));
          const scale = Math.min(
            1,
            width / (size.width * pixel),
            (style.leading * 3) / (size.height * pixel),
          );
          const start = text.length;
          text += '\ufffc';
          const tag = part.decorative ? undefined : inlineTag('Figure', look.tag, { alt: part.alt });
          atoms.push({
            kind: 'image',
            start,
            end: text.length,
            src: part.src,
            width: size.width * pixel * scale,
            height: size.height * pixel * scale,
            tag,
            link: look.link,
          });
          break;
        }
        case 'link': {
          const tag = inlineTag('Link', look.tag);
          const place = ctx.placeOf(part.target);
          const words = plainText(part.content);
          const page = place?.number === undefined ? '' : `, page ${place.number}`;
          const link: LinkArea = {
            target: part.target,
            contents:
              part.title ?? (place === undefined ? `${words} (${ctx.urlOf(part.target)})` : words + page),
            tag: tag.node,
          };
          const inside: Look = { ...look, colour: 'accent', tag, link };
          walk(part.content, inside);
          if (part.withPage && page !== '') push(page, inside, undefined);
          break;
        }
        case 'figure':
          push(
            part.text,
            part.spoken === undefined
              ? look
              : { ...look, tag: inlineTag('Span', look.tag, { actualText: part.spoken }) },
            undefined,
          );
          break;
        case 'abbreviation':
          push(
            part.text,
            { ...look, tag: inlineTag('Span', look.tag, { expansion: part.expansion }) },
            undefined,
          );
          break;
        case 'note-mark':
          closed.add(text.length);
          push(
            String(part.number),
            { ...look, tag: inlineTag('Reference', look.tag) },
            undefined,
            part.number,
          );
          break;
      }
    }
  };

  walk(content, {
    bold: style.weight === 600,
    italic: false,
    strike: false,
    colour: style.colour,
    figures: style.figures,
    tag: undefined,
    link: undefined,
  });
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 10)) end--;
  if (end === text.length) return { text, atoms, closed, faults };
  trimLast(atoms, end);
  return { text: text.slice(0, end), atoms, closed, faults };
}

/** True where two stretches are painted alike, and may be one. */
function sameLook(a: Atom, b: Atom): boolean {
  return (
    a.font === b.font &&
    a.size === b.size &&
    a.rise === b.rise &&
    a.colour === b.colour &&
    a.figures === b.figures &&
    a.strike === b.strike &&
    a.tag === b.tag &&
    a.link === b.link &&
    a.note === b.note
  );
}

/** Cuts the last atoms off at an offset: a space before a break, or at the end, is not printed. */
function trimLast(atoms: (Atom | ImageAtom)[], end: number): void {
  let last = atoms.at(-1);
  while (last !== undefined && last.end > end) {
    atoms.pop();
    if (last.start < end) atoms.push({ ...last, end });
    last = atoms.at(-1);
  }
}
