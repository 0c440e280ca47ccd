/** Headings, and whether their levels follow one another. */
import type { Token } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../../model/block.js';
import type { Span } from '../../source/span.js';
import { commonFields } from '../attributes.js';
import type { FileReading } from '../environment.js';
import { lineText, mapAt, mapLines, type InlineMap } from '../positions.js';
import { takeInline, tokenSpan, withoutAttributes, type Cursor } from './cursor.js';
import { readInlines } from './inline.js';

/** Reads a heading whose opening token was just taken. */
export function readHeading(cursor: Cursor, token: Token): AuthoredBlock {
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
      error('heading-has-words', span, 'this heading has no words', {
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
        `“${words}” is a heading of the first level, and the title is in the front matter`,
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
        `the heading “${words}” skips a level: it has ${level} hashes where at most ${reading.headingLevel + 1} can stand`,
        {
          hint: `Write it with ${hashes}, or put a heading with ${hashes} above it.`,
          authority: 'WCAG 2.2, 1.3.1',
        },
      ),
    );
  }
  reading.headingLevel = level;
}
