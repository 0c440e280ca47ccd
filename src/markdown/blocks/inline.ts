/** Inline tokens to inlines with their places in the author's file. */
import type { Token } from 'markdown-it';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../../model/inline.js';
import type { Span } from '../../source/span.js';
import type { FileReading, InlineEnv } from '../environment.js';
import { inlineTokens } from '../parser.js';
import { contentSpan, typedText, unbroken, type InlineMap } from '../positions.js';
import { isPlain, placeOf, type Place } from '../rules/inline-tokenize.js';
import { attributesOf, spanOf, whole, type Reader, type ReadImage } from './inline-reader.js';
import { joinTexts } from './join-texts.js';
import { withinDepth } from './depth.js';
import { leftoversInText } from './leftovers.js';
import { imageOf, linkOf } from './link.js';

/** Reads inline content that `map` places in the file. */
export function readInlines(
  content: string,
  map: InlineMap,
  file: FileReading,
  report: (fault: Diagnostic) => void = file.report,
): { readonly inlines: readonly AuthoredInline[]; readonly images: readonly ReadImage[] } {
  // Most cells and many paragraphs: no rule could say more of them.
  if (isPlain(content)) return { inlines: joinTexts(textsOf(content, map, 0, content.length)), images: [] };
  const env: InlineEnv = { file, map, report, references: file.env.references ?? {} };
  const tokens = withinDepth(inlineTokens(content, env));
  const reader: Reader = { content, env, tokens, images: [], index: 0 };
  const inlines = readUntil(reader, undefined);
  for (const fault of leftoversInText(content, () => plainPlaces(reader), map)) report(fault);
  return { inlines, images: reader.images };
}

/** Where the tokens of plain text stand. */
function plainPlaces({ content, tokens }: Reader): readonly Place[] {
  const places: Place[] = [];
  for (const token of tokens) {
    const place = token.type === 'text' ? placeOf(token) : undefined;
    if (place !== undefined && content.slice(place.start, place.end) === token.content) places.push(place);
  }
  return places;
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
      const { lang, fact, because } = attributesOf(token)?.values ?? {};
      return [
        {
          kind: 'span',
          ...(lang === undefined ? {} : { lang: lang.text }),
          ...(fact === undefined
            ? {}
            : {
                fact: {
                  name: fact.text,
                  ...(because === undefined ? {} : { because: because.text }),
                  span: spanOf(reader, place ?? whole(reader)),
                },
              }),
          content: readUntil(reader, 'span_close'),
        },
      ];
    }
    case 'link_open': {
      const first = reader.index;
      const content = readUntil(reader, 'link_close');
      return [linkOf(reader, token, place ?? whole(reader), first, content)];
    }
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

function textOf(reader: Reader, token: Token, place: Place | undefined): readonly AuthoredInline[] {
  if (token.content === '') return [];
  if (place === undefined || reader.content.slice(place.start, place.end) !== token.content) {
    return [{ kind: 'text', text: token.content }];
  }
  return textsOf(reader.content, reader.env.map, place.start, place.end);
}

/** A stretch of the content as text, in pieces where it does not lie unbroken in the file. */
function textsOf(content: string, map: InlineMap, start: number, end: number): readonly AuthoredInline[] {
  if (start === end) return [];
  return unbroken(map, start, end).map(([from, to]) => exact(map, content.slice(from, to), from, to));
}

/** Text with its span, when the file has just that text there (it has not for NUL and for a part of a tab). */
function exact(map: InlineMap, text: string, start: number, end: number): AuthoredInline {
  if (typedText(map, start, end) !== text) return { kind: 'text', text };
  return { kind: 'text', text, span: contentSpan(map, start, end) };
}

/** `\*` and `&amp;`: an escaped sign stands after its backslash; what an entity stands for is nowhere in the file. */
function specialOf(reader: Reader, token: Token, place: Place | undefined): readonly AuthoredInline[] {
  if (token.content === '') return [];
  if (place !== undefined && token.info === 'escape') {
    const start = place.start + 1;
    if (reader.content.slice(start, place.end) === token.content) {
      return [exact(reader.env.map, token.content, start, place.end)];
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

function noteInPlace(reader: Reader, place: Place): AuthoredInline {
  const content = readUntil(reader, 'note_in_place_close');
  const span = spanOf(reader, place);
  const { reading } = reader.env.file;
  const id = `note-at-${reading.notes.filter((n) => n.id.startsWith('note-at-')).length + 1}`;
  reading.notes.push({ id, blocks: [{ kind: 'paragraph', content, span }], span });
  return { kind: 'note-mark', note: id, span };
}
