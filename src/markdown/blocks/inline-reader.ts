/** What the readers of inlines share: the tokens of one content, and the places of them. */
import type { Token } from 'markdown-it';
import type { ImageInline } from '../../model/inline.js';
import type { Attributes } from '../../model/table-source.js';
import type { Span } from '../../source/span.js';
import type { InlineEnv } from '../environment.js';
import { contentSpan } from '../positions.js';
import type { Place } from '../rules/inline-tokenize.js';

/** An image with its attributes, for a figure that stands by itself. */
export interface ReadImage {
  readonly inline: ImageInline;
  readonly attributes?: Attributes;
}

/** The tokens of one content with the place that has been read up to. */
export interface Reader {
  readonly content: string;
  readonly env: InlineEnv;
  readonly tokens: readonly Token[];
  /** The images of the content, in order, with their attributes. */
  readonly images: ReadImage[];
  index: number;
}

/** The place of the whole content. */
export function whole(reader: Reader): Place {
  return { start: 0, end: reader.content.length };
}

/** The span in the file of a place in the content. */
export function spanOf(reader: Reader, place: Place): Span {
  return contentSpan(reader.env.map, place.start, place.end);
}

/** The attributes of a token, if a rule put them there. */
export function attributesOf(token: Token | undefined): Attributes | undefined {
  return token?.meta?.['attributes'] as Attributes | undefined;
}
