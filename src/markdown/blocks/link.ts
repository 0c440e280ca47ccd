/** Links and images: where they lead as typed, and what they must have. */
import type { Token } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import type { AuthoredInline, ImageInline } from '../../model/inline.js';
import { destinationAt } from '../parser.js';
import { contentSpan } from '../positions.js';
import { placeOf, type Place } from '../rules/inline-tokenize.js';
import { attributesOf, spanOf, type Reader } from './inline-reader.js';

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

/** Makes a link of its opening token; `content` was read from the tokens from `first` on, up to its closing token. */
export function linkOf(
  reader: Reader,
  token: Token,
  place: Place,
  first: number,
  content: readonly AuthoredInline[],
): AuthoredInline {
  let labelFrom = place.start;
  for (const inner of reader.tokens.slice(first, reader.index - 1)) {
    labelFrom = Math.max(labelFrom, placeOf(inner)?.end ?? 0);
  }
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
        `“${reader.content.slice(place.start, place.end)}” is a link that leads nowhere`,
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

/** Makes an image of its token, and keeps its attributes for the figure that it may be. */
export function imageOf(reader: Reader, token: Token, place: Place): AuthoredInline {
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
      error('link-has-target', span, 'this image names no file', {
        hint: 'Put the name of the picture between the round brackets.',
      }),
    );
  }
  if (alt.trim() === '' && !decorative) {
    reader.env.report(
      error('image-has-alternative', span, `the image “${src}” has no words for people who cannot see it`, {
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
        `the image “${src}” is called decorative, yet it has words: “${alt}”`,
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
