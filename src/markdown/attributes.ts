/** Attributes in braces, `{#id .class key=value}`: where they may stand, which are known, and how they are read. */
import { error, type Diagnostic } from '../diagnostics/diagnostic.js';
import { isLanguageTag, languageHint } from '../model/language.js';
import type { Attributes, AttributeValue } from '../model/table-source.js';
import { idHint, isId } from '../source/ids.js';
import type { Span } from '../source/span.js';
import { didYouMean } from './nearest.js';
import { contentSpan, type InlineMap } from './positions.js';

/** Places at which attributes may stand (format, section 3). */
export type AttributePlace =
  | 'heading'
  | 'paragraph'
  | 'caption'
  | 'container'
  | 'container of rows'
  | 'image'
  | 'link'
  | 'span'
  | 'head cell'
  | 'label cell';

interface Known {
  readonly id: boolean;
  readonly classes: readonly string[];
  readonly keys: readonly string[];
}

/** What each place knows. */
export const knownAttributes: Readonly<Record<AttributePlace, Known>> = {
  heading: { id: true, classes: ['unnumbered', 'page-break'], keys: ['lang'] },
  paragraph: { id: true, classes: ['unnumbered', 'page-break'], keys: ['lang'] },
  caption: {
    id: true,
    classes: ['page-break'],
    keys: ['unit', 'decimals', 'totals', 'tolerance', 'words', 'notes', 'hint', 'layout', 'carry', 'lang'],
  },
  container: { id: true, classes: ['page-break'], keys: ['lang'] },
  'container of rows': { id: true, classes: ['page-break'], keys: ['label', 'hint', 'layout', 'lang'] },
  image: { id: true, classes: ['decorative'], keys: ['caption', 'alt', 'lang'] },
  link: { id: false, classes: [], keys: ['lang'] },
  span: { id: true, classes: [], keys: ['lang', 'fact', 'because'] },
  'head cell': {
    id: true,
    classes: [],
    keys: ['unit', 'decimals', 'type', 'totals', 'tolerance', 'words', 'hint', 'fact', 'lang'],
  },
  'label cell': {
    id: true,
    classes: ['total', 'group', 'note'],
    keys: ['unit', 'decimals', 'tolerance', 'because', 'lang'],
  },
};

const wordPattern = /^[A-Za-z][\w-]*$/;

/** A piece between the braces: `#id`, `.class` or `key=value`. */
interface Piece {
  readonly kind: 'id' | 'class' | 'key' | 'word';
  readonly name: string;
  readonly value?: string;
  /** Offsets in the content. */
  readonly start: number;
  readonly end: number;
  readonly valueStart?: number;
}

/** Braces found in the content: offsets of `{` and of the character after `}`. */
export interface Braces {
  readonly start: number;
  readonly end: number;
}

/** Offset after the `}` that closes the brace at `open`, quotes respected, on one line; -1 when there is none. */
export function closingBrace(text: string, open: number): number {
  let quoted = false;
  for (let i = open + 1; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') return -1;
    if (c === '"') quoted = !quoted;
    else if (!quoted && c === '{') return -1;
    else if (!quoted && c === '}') return i + 1;
  }
  return -1;
}

/** Braces at the very end of a text that may hold attributes of the block they end, or undefined. */
export function trailingBraces(text: string): Braces | undefined {
  const end = text.trimEnd().length;
  if (text[end - 1] !== '}') return undefined;
  // The braces may hold a quoted brace, so every opening brace of the last line is tried, from the left.
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  for (let start = text.indexOf('{', lineStart); start >= 0; start = text.indexOf('{', start + 1)) {
    if (closingBrace(text, start) !== end) continue;
    const before = text[start - 1];
    // `[words]{..}`, `(image.svg){..}`, `{{ .. }}` and `\{` have braces of their own.
    if (before !== undefined && /[\])}{\\`]/.test(before)) return undefined;
    if (before !== undefined && /\S/.test(before) && !/^\{\s*[#.]|^\{[\w-]+=/.test(text.slice(start)))
      return undefined;
    if (text[start + 1] === '=' || insideCode(text, start)) return undefined;
    return { start, end };
  }
  return undefined;
}

/** True when an odd number of backtick runs stands before: the brace may lie in a code span that goes on after it. */
function insideCode(text: string, at: number): boolean {
  const closed = text.slice(0, at).match(/`+/g) ?? [];
  return closed.length % 2 === 1 && text.indexOf('`', at) >= 0;
}

/** The pieces between braces, or undefined when what stands there is not a list of attributes. */
function piecesOf(text: string, braces: Braces): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  const pattern = /\s*(?:([#.])([^\s"=}]+)|([^\s"=#.}][^\s"=}]*)(?:=(?:"([^"]*)"|([^\s"}]*)))?)/y;
  const last = braces.end - 1;
  pattern.lastIndex = braces.start + 1;
  while (text.slice(pattern.lastIndex, last).trim() !== '') {
    const from = pattern.lastIndex;
    const m = pattern.exec(text);
    if (m === null || pattern.lastIndex > last) return undefined;
    const start = from + m[0].length - m[0].trimStart().length;
    const end = pattern.lastIndex;
    const value = m[4] ?? m[5];
    if (m[1] !== undefined) {
      pieces.push({ kind: m[1] === '#' ? 'id' : 'class', name: m[2] ?? '', start, end });
    } else if (value !== undefined) {
      const valueStart = end - value.length - (m[4] === undefined ? 0 : 1);
      pieces.push({ kind: 'key', name: m[3] ?? '', value, start, end, valueStart });
    } else {
      pieces.push({ kind: 'word', name: m[3] ?? '', start, end });
    }
  }
  return pieces;
}

/**
 * Reads braces as attributes of a place; undefined when they are text.
 *
 * Braces are attributes when they begin with `#`, `.` or `key=`, or hold just a known word without its `.`.
 */
export function readAttributes(
  text: string,
  braces: Braces,
  place: AttributePlace,
  map: InlineMap,
  report: (fault: Diagnostic) => void,
): Attributes | undefined {
  const pieces = piecesOf(text, braces);
  const first = pieces?.[0];
  if (pieces === undefined || first === undefined) return undefined;
  const known = knownAttributes[place];
  const at = (start: number, end: number): Span => contentSpan(map, start, end);
  if (first.kind === 'word' && !(known.classes.includes(first.name) && pieces.length === 1)) return undefined;
  if (first.kind === 'key' && !wordPattern.test(first.name)) return undefined;

  let id: { readonly text: string; readonly span: Span } | undefined;
  const classes: string[] = [];
  const values: Record<string, AttributeValue> = {};
  for (const piece of pieces) {
    const span = at(piece.start, piece.end);
    const typed = text.slice(piece.start, piece.end);
    if (piece.kind === 'id') {
      if (!known.id) {
        report(
          error(
            'attribute-is-known',
            span,
            `${article(place)} cannot have an id, and “${typed}” gives it one`,
          ),
        );
      } else if (!isId(piece.name)) {
        report(
          error('id-is-plain', span, `“${piece.name}” cannot be an id`, {
            hint: idHint(piece.name),
          }),
        );
      } else if (id !== undefined) {
        report(error('attribute-stands-once', span, `a second id, “${piece.name}”, for one ${place}`));
      } else id = { text: piece.name, span: at(piece.start + 1, piece.end) };
    } else if (piece.kind === 'class') {
      if (known.classes.includes(piece.name)) classes.push(piece.name);
      else
        report(
          unknown(
            `.${piece.name}`,
            `.${piece.name}`,
            known.classes.map((c) => `.${c}`),
            place,
            span,
          ),
        );
    } else if (piece.kind === 'word') {
      report(
        error('attribute-is-known', span, `“${typed}” in braces is not an attribute of ${article(place)}`, {
          hint: known.classes.includes(piece.name)
            ? `Write {.${piece.name}}, with a full stop.`
            : 'Write #id, .class or key=value; put a value with spaces in double quotes.',
        }),
      );
    } else if (!known.keys.includes(piece.name)) {
      report(unknown(piece.name, piece.name, known.keys, place, span));
    } else if (Object.hasOwn(values, piece.name)) {
      report(error('attribute-stands-once', span, `“${piece.name}” is given twice for one ${place}`));
    } else {
      const valueStart = piece.valueStart ?? piece.end;
      const value = piece.value ?? '';
      const valueSpan = at(valueStart, valueStart + value.length);
      if (piece.name !== 'lang' || isLanguageTag(value))
        values[piece.name] = { text: value, span: valueSpan };
      else
        report(
          error('language-is-known', valueSpan, `“${value}” is not the code of a language`, {
            hint: languageHint,
          }),
        );
    }
  }
  return {
    ...(id === undefined ? {} : { id: id.text, idSpan: id.span }),
    classes,
    values,
    span: at(braces.start, braces.end),
  };
}

function unknown(
  typed: string,
  name: string,
  known: readonly string[],
  place: AttributePlace,
  span: Span,
): Diagnostic {
  return error('attribute-is-known', span, `“${typed}” is not an attribute of ${article(place)}`, {
    hint: known.length === 0 ? `Take it out; a ${place} has none of this kind.` : didYouMean(name, known),
  });
}

function article(place: AttributePlace): string {
  return place === 'image' ? 'an image' : `a ${place}`;
}

/** The fields that most blocks take from their attributes. */
export function commonFields(attributes: Attributes | undefined): {
  readonly id?: string;
  readonly lang?: string;
  readonly classes?: readonly string[];
} {
  if (attributes === undefined) return {};
  const lang = attributes.values['lang']?.text;
  return {
    ...(attributes.id === undefined ? {} : { id: attributes.id }),
    ...(lang === undefined ? {} : { lang }),
    ...(attributes.classes.length === 0 ? {} : { classes: attributes.classes }),
  };
}
