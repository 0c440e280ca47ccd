/** Block tokens to the block tree of a paper. */
import type { Token } from 'markdown-it';
import { error, warning } from '../../diagnostics/diagnostic.js';
import { containerNames, type AuthoredBlock } from '../../model/block.js';
import type { Attributes, AttributeValue } from '../../model/table-source.js';
import type { Span } from '../../source/span.js';
import { commonFields, readAttributes, trailingBraces, type AttributePlace } from '../attributes.js';
import type { FileReading } from '../environment.js';
import { bodySpan, contentSpan, lineText, mapAt, mapLines, type InlineMap } from '../positions.js';
import { listMetaOf } from '../rules/list.js';
import { readFence } from './fence.js';
import { readInclude, type ReadIncluded } from './include.js';
import { readInlines } from './inline.js';
import { readDefinitionList } from './definition-list.js';
import { readTable } from './table.js';

/** Tokens of one file with the place that has been read up to. */
export interface Cursor {
  readonly tokens: readonly Token[];
  readonly file: FileReading;
  readonly readIncluded: ReadIncluded;
  /** The token after the one that was read last. */
  index: number;
  /** True within a `table-rows` container, where a heading is a row. */
  inTableRows: boolean;
}

/** Blocks up to the closing token of that type, which is passed over; all that are left for undefined. */
export function readBlocks(cursor: Cursor, close: string | undefined): readonly AuthoredBlock[] {
  const blocks: AuthoredBlock[] = [];
  while (cursor.index < cursor.tokens.length) {
    const token = cursor.tokens[cursor.index++];
    if (token === undefined || token.type === close) break;
    blocks.push(...readBlock(cursor, token));
  }
  return blocks;
}

/** The span of a block whose opening token is given. */
export function tokenSpan(token: Token, file: FileReading): Span {
  const start = Number(token.meta?.['start'] ?? 0);
  return bodySpan(file.body, start, Number(token.meta?.['end'] ?? start));
}

function readBlock(cursor: Cursor, token: Token): readonly AuthoredBlock[] {
  const { file } = cursor;
  switch (token.type) {
    case 'heading_open':
      return [readHeading(cursor, token)];
    case 'paragraph_open':
      return readParagraph(cursor);
    case 'list_open':
      return [readList(cursor, token)];
    case 'blockquote_open':
      return [
        { kind: 'quote', blocks: readBlocks(cursor, 'blockquote_close'), span: tokenSpan(token, file) },
      ];
    case 'container_open':
      return readContainer(cursor, token);
    case 'dl_open':
      return [readDefinitionList(cursor, token)];
    case 'pipe_table':
      return [readTable(token, file)];
    case 'fence':
      return [readFence(token, file)];
    case 'code_block':
      return [{ kind: 'code-block', text: token.content, span: tokenSpan(token, file) }];
    case 'hr':
      return [{ kind: 'thematic-break', span: tokenSpan(token, file) }];
    case 'include':
      return readInclude(token, file, cursor.readIncluded);
    case 'reference_definition':
      // `[label]: address` prints nothing; links that use it have its address already.
      return [];
    case 'footnote_reference_open':
      readNote(cursor, token);
      return [];
    default:
      throw new Error(`the block token ${token.type} has no reader`);
  }
}

/** The inline token that follows an opening token, whose closing token is passed over. */
function takeInline(cursor: Cursor): Token {
  const inline = cursor.tokens[cursor.index];
  if (inline?.type !== 'inline') throw new Error('an opening token without its inline token');
  cursor.index += 2;
  return inline;
}

/** Content without the attributes at its end. */
function withoutAttributes(
  content: string,
  map: InlineMap,
  place: AttributePlace,
  file: FileReading,
): { readonly words: string; readonly attributes?: Attributes } {
  const braces = trailingBraces(content);
  const attributes = braces && readAttributes(content, braces, place, map, file.report);
  if (braces === undefined || attributes === undefined) return { words: content };
  return { words: content.slice(0, braces.start).trimEnd(), attributes };
}

function readHeading(cursor: Cursor, token: Token): AuthoredBlock {
  const { file } = cursor;
  const inline = takeInline(cursor);
  const map = headingMap(token, inline, file);
  const { words, attributes } = withoutAttributes(inline.content, map, 'heading', file);
  const span = tokenSpan(token, file);
  checkLevel(cursor, Number(token.tag.slice(1)), span, words);
  const level = Math.max(2, Number(token.tag.slice(1))) as 2 | 3 | 4 | 5 | 6;
  return {
    kind: 'heading',
    level,
    content: readInlines(words, map, file).inlines,
    span,
    ...commonFields(attributes),
  };
}

/** A heading of hashes has something before its words and may have hashes after them. */
function headingMap(token: Token, inline: Token, file: FileReading): InlineMap {
  const line = inline.map?.[0] ?? 0;
  if (!token.markup.startsWith('#')) return mapLines(file.body, inline.content, line);
  const text = lineText(file.body, line);
  const withoutClosing = text.replace(/(?<=[ \t])#+[ \t]*$/, '').trimEnd();
  const lineStart = file.body.lineStarts[line] ?? 0;
  const at = [text.trimEnd(), withoutClosing]
    .filter((t) => t.endsWith(inline.content))
    .map((t) => t.length - inline.content.length)
    .at(-1);
  return mapAt(file.body, lineStart + (at ?? Math.max(0, text.lastIndexOf(inline.content))));
}

function checkLevel(cursor: Cursor, level: number, span: Span, words: string): void {
  const { file } = cursor;
  const { reading } = file;
  if (words.trim() === '') {
    file.report(
      error('heading-has-words', span, 'This heading has no words', {
        hint: 'Type the heading, or take its line out.',
      }),
    );
  }
  if (cursor.inTableRows) return;
  if (level === 1) {
    file.report(
      error(
        'heading-begins-below-title',
        span,
        `"${words}" is a heading of the first level, and the title is in the front matter`,
        {
          hint: 'Begin headings in the text with ##.',
        },
      ),
    );
    reading.headingLevel = Math.max(2, reading.headingLevel);
    return;
  }
  if (level > reading.headingLevel + 1) {
    const hashes = '#'.repeat(reading.headingLevel + 1);
    file.report(
      error(
        'heading-levels-follow',
        span,
        `The heading "${words}" skips a level: it has ${level} hashes where at most ${reading.headingLevel + 1} can stand`,
        {
          hint: `Write it with ${hashes}, or put a heading with ${hashes} above it.`,
          authority: 'WCAG 2.2, 1.3.1',
        },
      ),
    );
  }
  reading.headingLevel = level;
}

function readParagraph(cursor: Cursor): readonly AuthoredBlock[] {
  const { file } = cursor;
  const inline = takeInline(cursor);
  const map = mapLines(file.body, inline.content, inline.map?.[0] ?? 0);
  const { words, attributes } = withoutAttributes(inline.content, map, 'paragraph', file);
  const { inlines, images } = readInlines(words, map, file);
  const span = contentSpan(map, 0, inline.content.length);
  const [image] = images;
  if (image !== undefined && inlines.length === 1 && inlines[0] === image.inline) {
    const typed = image.attributes;
    const caption = typed?.values['caption'];
    if (typed !== undefined && (caption !== undefined || typed.id !== undefined)) {
      const { classes, ...common } = commonFields(typed);
      const others = classes?.filter((c) => c !== 'decorative') ?? [];
      return [
        {
          kind: 'image-figure',
          src: image.inline.src,
          alt: image.inline.alt,
          decorative: image.inline.decorative,
          span,
          ...(caption === undefined
            ? {}
            : {
                caption: readInlines(caption.text, captionMap(caption, file), file).inlines,
              }),
          ...common,
          ...(others.length === 0 ? {} : { classes: others }),
        },
      ];
    }
  }
  for (const { inline: inText, attributes: typed } of images) {
    if (typed?.id === undefined && typed?.values['caption'] === undefined) continue;
    file.report(
      error(
        'figure-stands-alone',
        inText.span,
        `The image "${inText.src}" has a caption or an id, yet stands within a paragraph`,
        {
          hint: 'Put a blank line before and after it, so that it becomes a figure.',
        },
      ),
    );
  }
  return [{ kind: 'paragraph', content: inlines, span, ...commonFields(attributes) }];
}

function captionMap(caption: AttributeValue, file: FileReading): InlineMap {
  return { source: file.body.source, segments: [{ at: 0, file: caption.span.start }] };
}

function readList(cursor: Cursor, token: Token): AuthoredBlock {
  const { file } = cursor;
  const meta = listMetaOf(token);
  if (meta === undefined) throw new Error('a list token without its marker');
  const items: { readonly blocks: readonly AuthoredBlock[]; readonly span: Span }[] = [];
  for (;;) {
    const item = cursor.tokens[cursor.index++];
    if (item?.type !== 'list_item_open') break;
    items.push({ blocks: readBlocks(cursor, 'list_item_close'), span: tokenSpan(item, file) });
  }
  return {
    kind: 'list',
    marker: meta.marker,
    start: meta.start,
    tight: meta.tight,
    items,
    span: tokenSpan(token, file),
  };
}

function readContainer(cursor: Cursor, token: Token): readonly AuthoredBlock[] {
  const { file } = cursor;
  const name = containerNames.find((n) => n === token.info);
  const headStart = Number(token.meta?.['headStart']);
  const head = file.body.text.slice(headStart, Number(token.meta?.['headEnd']));
  const leading = head.length - head.trimStart().length;
  const map = mapAt(file.body, headStart + leading);
  const { words, attributes } = withoutAttributes(head.trimStart(), map, 'container', file);
  const outer = cursor.inTableRows;
  cursor.inTableRows = name === 'table-rows';
  const blocks = readBlocks(cursor, 'container_close');
  cursor.inTableRows = outer;
  // An unknown name has been reported; its text still counts.
  if (name === undefined) return blocks;
  return [
    {
      kind: 'container',
      name,
      ...(words === '' ? {} : { title: readInlines(words, map, file).inlines }),
      blocks,
      span: tokenSpan(token, file),
      ...commonFields(attributes),
    },
  ];
}

function readNote(cursor: Cursor, token: Token): void {
  const { file } = cursor;
  const label = String(token.meta?.['label']);
  const span = tokenSpan(token, file);
  const blocks = readBlocks(cursor, 'footnote_reference_close');
  const id = file.notes?.get(label);
  if (id === undefined || file.reading.notes.some((n) => n.id === id)) {
    file.report(
      error('note-is-defined', span, `There are two notes for the mark "[^${label}]"`, {
        hint: 'Give one of them another mark.',
      }),
    );
    return;
  }
  if (blocks.length === 0) {
    file.report(warning('note-is-defined', span, `The note "[^${label}]" has no text`));
  }
  file.reading.notes.push({ id, blocks, span });
}
