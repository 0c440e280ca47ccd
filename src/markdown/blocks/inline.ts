/** Inline tokens to inlines with their places in the author's file. */
import type { Token } from 'markdown-it';
import { error, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { AuthoredInline, ImageInline } from '../../model/inline.js';
import type { Attributes } from '../../model/table-source.js';
import type { Span } from '../../source/span.js';
import type { FileReading, InlineEnv } from '../environment.js';
import { destinationAt, inlineTokens } from '../parser.js';
import { contentSpan, typedText, unbroken, type InlineMap } from '../positions.js';
import { joinTexts } from './join-texts.js';
import { placeOf, type Place } from '../rules/inline-tokenize.js';

/** An image with its attributes, for a figure that stands by itself. */
export interface ReadImage {
  readonly inline: ImageInline;
  readonly attributes?: Attributes;
}

interface Reader {
  readonly content: string;
  readonly env: InlineEnv;
  readonly tokens: readonly Token[];
  /** The images of the content, in order, with their attributes. */
  readonly images: ReadImage[];
  index: number;
}

/** Reads inline content that `map` places in the file. */
export function readInlines(
  content: string,
  map: InlineMap,
  file: FileReading,
  report: (fault: Diagnostic) => void = file.report,
): { readonly inlines: readonly AuthoredInline[]; readonly images: readonly ReadImage[] } {
  const env: InlineEnv = { file, map, report, references: file.env.references ?? {} };
  const reader: Reader = { content, env, tokens: inlineTokens(content, env), images: [], index: 0 };
  const inlines = readUntil(reader, undefined);
  return { inlines, images: reader.images };
}

/** Inlines up to the closing token of that type, which is passed over. */
function readUntil(reader: Reader, close: string | undefined): readonly AuthoredInline[] {
  const out: AuthoredInline[] = [];
  while (reader.index < reader.tokens.length) {
    const token = reader.tokens[reader.index++];
    if (token === undefined) break;
    if (token.type === close) return joinTexts(out);
    out.push(...readToken(reader, token));
  }
  return joinTexts(out);
}

function readToken(reader: Reader, token: Token): readonly AuthoredInline[] {
  const place = placeOf(token);
  switch (token.type) {
    case 'text':
      return textOf(reader, token, place);
    case 'text_special':
      return specialOf(reader, token, place);
    case 'softbreak':
      return [{ kind: 'text', text: ' ' }];
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'code_inline':
      return [codeOf(reader, token, place)];
    case 'strong_open':
      return [{ kind: 'strong', content: readUntil(reader, 'strong_close') }];
    case 'em_open':
      return [{ kind: 'emphasis', content: readUntil(reader, 'em_close') }];
    case 's_open':
      return [{ kind: 'strike', content: readUntil(reader, 's_close') }];
    case 'span_open': {
      const lang = attributesOf(token)?.values['lang']?.text;
      return [
        { kind: 'span', ...(lang === undefined ? {} : { lang }), content: readUntil(reader, 'span_close') },
      ];
    }
    case 'link_open':
      return [linkOf(reader, token, place ?? whole(reader))];
    case 'image':
      return [imageOf(reader, token, place ?? whole(reader))];
    case 'expression':
      return [expressionOf(reader, token, place ?? whole(reader))];
    case 'checked':
      return [
        {
          kind: 'checked',
          stated: token.content,
          source: token.info,
          sourceSpan: sourceSpan(reader, token),
          span: spanOf(reader, place ?? whole(reader)),
        },
      ];
    case 'citation':
      return [
        {
          kind: 'citation',
          id: token.content,
          ...(token.info === '' ? {} : { field: token.info }),
          span: spanOf(reader, place ?? whole(reader)),
        },
      ];
    case 'note_mark':
      return [{ kind: 'note-mark', note: token.content, span: spanOf(reader, place ?? whole(reader)) }];
    case 'note_in_place_open':
      return [noteInPlace(reader, place ?? whole(reader))];
    case 'attributes':
      return [];
    default:
      throw new Error(`the inline token ${token.type} has no reader`);
  }
}

function whole(reader: Reader): Place {
  return { start: 0, end: reader.content.length };
}

function spanOf(reader: Reader, place: Place): Span {
  return contentSpan(reader.env.map, place.start, place.end);
}

function attributesOf(token: Token | undefined): Attributes | undefined {
  return token?.meta?.['attributes'] as Attributes | undefined;
}

function textOf(reader: Reader, token: Token, place: Place | undefined): readonly AuthoredInline[] {
  if (token.content === '') return [];
  if (place === undefined || reader.content.slice(place.start, place.end) !== token.content) {
    return [{ kind: 'text', text: token.content }];
  }
  return unbroken(reader.env.map, place.start, place.end).map(([start, end]) =>
    exact(reader, reader.content.slice(start, end), start, end),
  );
}

/** Text with its span, when the file has just that text there (it has not for NUL and for a part of a tab). */
function exact(reader: Reader, text: string, start: number, end: number): AuthoredInline {
  if (typedText(reader.env.map, start, end) !== text) return { kind: 'text', text };
  return { kind: 'text', text, span: contentSpan(reader.env.map, start, end) };
}

/** `\*` and `&amp;`: an escaped sign stands after its backslash; what an entity stands for is nowhere in the file. */
function specialOf(reader: Reader, token: Token, place: Place | undefined): readonly AuthoredInline[] {
  if (token.content === '') return [];
  if (place !== undefined && token.info === 'escape') {
    const start = place.start + 1;
    if (reader.content.slice(start, place.end) === token.content) {
      return [exact(reader, token.content, start, place.end)];
    }
  }
  return [{ kind: 'text', text: token.content }];
}

function codeOf(reader: Reader, token: Token, place: Place | undefined): AuthoredInline {
  const text = token.content;
  if (place !== undefined) {
    const at = reader.content.indexOf(text, place.start + token.markup.length);
    if (at >= 0 && at + text.length <= place.end - token.markup.length) {
      if (typedText(reader.env.map, at, at + text.length) === text) {
        return { kind: 'code', text, span: contentSpan(reader.env.map, at, at + text.length) };
      }
    }
  }
  return { kind: 'code', text };
}

function sourceSpan(reader: Reader, token: Token): Span {
  return contentSpan(reader.env.map, Number(token.meta?.['sourceStart']), Number(token.meta?.['sourceEnd']));
}

function expressionOf(reader: Reader, token: Token, place: Place): AuthoredInline {
  const given = reader.env.file.parameters.get(token.content.trim());
  // The value's own place lies in the file that includes this one.
  if (given !== undefined) {
    reader.env.file.usedParameters.add(token.content.trim());
    return { kind: 'text', text: given.text };
  }
  return {
    kind: 'expression',
    source: token.content,
    sourceSpan: sourceSpan(reader, token),
    span: spanOf(reader, place),
  };
}

/** Where the destination of a link or image stands: after the `](` that follows its words. */
function typedTarget(
  reader: Reader,
  token: Token,
  place: Place,
  labelFrom: number,
): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  if (token.meta?.['label'] !== undefined) return undefined;
  const close = reader.content.indexOf('](', labelFrom);
  if (close < 0 || close >= place.end) return undefined;
  let start = close + 2;
  while (/\s/.test(reader.content.charAt(start))) start++;
  const found = destinationAt(reader.content, start);
  if (found === undefined) return undefined;
  const bracket = reader.content[start] === '<' ? 1 : 0;
  return { text: found.text, start: start + bracket, end: found.end - bracket };
}

function linkOf(reader: Reader, token: Token, place: Place): AuthoredInline {
  const first = reader.index;
  const content = readUntil(reader, 'link_close');
  const inner = reader.tokens.slice(first, reader.index - 1);
  const labelFrom = Math.max(place.start, ...inner.map((t) => placeOf(t)?.end ?? 0));
  const href = String(token.attrGet('href') ?? '');
  const span = spanOf(reader, place);
  const auto = token.markup === 'autolink';
  const typed = auto ? undefined : typedTarget(reader, token, place, labelFrom);
  const target = typed === undefined || /^[a-z][a-z0-9+.-]*:/i.test(typed.text) ? href : typed.text;
  const targetSpan = auto
    ? contentSpan(reader.env.map, place.start + 1, place.end - 1)
    : typed === undefined
      ? span
      : contentSpan(reader.env.map, typed.start, typed.end);
  if (target === '') {
    reader.env.report(
      error(
        'link-has-target',
        span,
        `"${reader.content.slice(place.start, place.end)}" is a link that leads nowhere`,
        {
          hint: 'Put an address or #id between the round brackets.',
        },
      ),
    );
  }
  const title = token.attrGet('title');
  const link: AuthoredInline = {
    kind: 'link',
    target,
    targetSpan,
    ...(title === null ? {} : { title: String(title) }),
    content,
    span,
  };
  const next = reader.tokens[reader.index];
  const lang = next?.type === 'attributes' ? attributesOf(next)?.values['lang']?.text : undefined;
  return lang === undefined ? link : { kind: 'span', lang, content: [link] };
}

function imageOf(reader: Reader, token: Token, place: Place): AuthoredInline {
  const next = reader.tokens[reader.index];
  const attributes = next?.type === 'attributes' ? attributesOf(next) : undefined;
  const href = String(token.attrGet('src') ?? '');
  const typed = typedTarget(reader, token, place, place.start + 2 + token.content.length);
  const src = typed === undefined || /^[a-z][a-z0-9+.-]*:/i.test(typed.text) ? href : typed.text;
  const decorative = attributes?.classes.includes('decorative') ?? false;
  const alt = attributes?.values['alt']?.text ?? plain(token.children ?? []);
  const span = spanOf(reader, place);
  if (src === '') {
    reader.env.report(
      error('link-has-target', span, 'This image names no file', {
        hint: 'Put the name of the picture between the round brackets.',
      }),
    );
  }
  if (alt.trim() === '' && !decorative) {
    reader.env.report(
      error('image-has-alternative', span, `The image "${src}" has no words for people who cannot see it`, {
        hint: 'Say between the square brackets what it shows, or add {.decorative} when it shows nothing.',
        authority: 'WCAG 2.2, 1.1.1',
      }),
    );
  }
  if (alt.trim() !== '' && decorative) {
    reader.env.report(
      error(
        'image-has-alternative',
        span,
        `The image "${src}" is called decorative, yet it has words: "${alt}"`,
        {
          hint: 'Take out either the words or {.decorative}.',
        },
      ),
    );
  }
  const inline: ImageInline = { kind: 'image', src, alt: alt.trim(), decorative, span };
  reader.images.push({ inline, ...(attributes === undefined ? {} : { attributes }) });
  return inline;
}

/** The words of tokens without their marks, for the alternative text of an image. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((t) => {
      if (t.type === 'softbreak' || t.type === 'hardbreak') return ' ';
      if (t.type === 'image') return plain(t.children ?? []);
      return t.type === 'expression' ? `{{${t.content}}}` : t.content;
    })
    .join('');
}

function noteInPlace(reader: Reader, place: Place): AuthoredInline {
  const content = readUntil(reader, 'note_in_place_close');
  const span = spanOf(reader, place);
  const { reading } = reader.env.file;
  const id = `note-at-${reading.notes.filter((n) => n.id.startsWith('note-at-')).length + 1}`;
  reading.notes.push({ id, blocks: [{ kind: 'paragraph', content, span }], span });
  return { kind: 'note-mark', note: id, span };
}
