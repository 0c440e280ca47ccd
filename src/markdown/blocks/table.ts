/** A pipe table to its source: raw cells, emphasis and attributes taken apart, formulas left as typed. */
import type { Token } from 'markdown-it';
import { error, warning } from '../../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../../model/inline.js';
import type { Attributes, SourceCell, SourceRow, TableSource } from '../../model/table-source.js';
import { readAttributes, trailingBraces, type AttributePlace } from '../attributes.js';
import type { FileReading } from '../environment.js';
import { bodySpan, contentSpan, mapAt, mapFrom, toFile, type InlineMap, type Segment } from '../positions.js';
import { pipeTableOf, type PipeRow, type Stretch } from '../rules/table.js';
import { readInlines } from './inline.js';

/** Makes the source of a table token. */
export function readTable(token: Token, file: FileReading): TableSource {
  const found = pipeTableOf(token);
  if (found === undefined) throw new Error('a table token without its table');
  const start = found.head.start;
  const last = found.caption ?? found.rows.at(-1);
  const caption = found.caption === undefined ? {} : readCaption(found.caption, file);
  return {
    kind: 'table-source',
    span: bodySpan(file.body, start, Math.max(last?.end ?? 0, Number(token.meta?.['end'] ?? 0))),
    ...caption,
    align: found.align,
    head: [readRow(found.head, 'head cell', found.align.length, file)],
    body: found.rows.map((row) => readRow(row, 'label cell', found.align.length, file)),
  };
}

function readCaption(
  caption: Stretch,
  file: FileReading,
): { readonly caption: readonly AuthoredInline[]; readonly attributes?: Attributes } {
  const content = file.body.text.slice(caption.start, caption.end);
  const map = mapAt(file.body, caption.start);
  const braces = trailingBraces(content);
  const attributes = braces && readAttributes(content, braces, 'caption', map, file.report);
  const words =
    attributes === undefined || braces === undefined ? content : content.slice(0, braces.start).trimEnd();
  if (words === '') {
    file.report(
      error(
        'table-has-caption',
        bodySpan(file.body, caption.start, caption.end),
        'the caption of this table has no words',
        {
          hint: 'Say before the braces what the table shows.',
        },
      ),
    );
  }
  return {
    caption: readInlines(words, map, file).inlines,
    ...(attributes === undefined ? {} : { attributes }),
  };
}

function readRow(row: PipeRow, place: AttributePlace, width: number, file: FileReading): SourceRow {
  const cells = [...row.cells];
  const span = bodySpan(file.body, row.start, row.end);
  const surplus = cells.slice(width);
  if (surplus.length > 0) {
    file.report(
      error(
        'row-fits-table',
        span,
        `this row has ${cells.length} cells, and the table has ${width} columns`,
        {
          hint: 'Take the cells out that are too many; a | inside a cell is typed \\|.',
        },
      ),
    );
  } else if (cells.length < width) {
    file.report(
      warning(
        'row-fits-table',
        span,
        `this row has ${cells.length} of the ${width} cells of the table; the others are left empty`,
        {
          hint: 'Type an empty cell as | |, so that each figure stands in the column that is meant.',
        },
      ),
    );
  }
  while (cells.length < width) cells.push({ start: row.end, end: row.end });
  return {
    span,
    cells: cells.slice(0, Math.max(width, 1)).map((cell, column) => {
      const takes = place === 'head cell' || column === 0 ? place : undefined;
      return readCell(cell, takes, file);
    }),
  };
}

/** The text of a cell with each `\|` as `|`, and the way back to the file. */
function rawCell(cell: Stretch, file: FileReading): { readonly raw: string; readonly map: InlineMap } {
  const typed = file.body.text.slice(cell.start, cell.end);
  if (!typed.includes('\\|')) return { raw: typed, map: mapAt(file.body, cell.start) };
  const from = toFile(file.body, cell.start);
  const segments: Segment[] = [{ at: 0, file: from }];
  let raw = '';
  let copied = 0;
  for (let bar = typed.indexOf('\\|'); bar >= 0; bar = typed.indexOf('\\|', bar + 2)) {
    raw += typed.slice(copied, bar);
    copied = bar + 1;
    segments.push({ at: raw.length, file: from + copied });
  }
  raw += typed.slice(copied);
  // A cell that begins with `\|` has two segments at 0, of which the second is meant.
  const map = { source: file.body.source, segments: segments.filter((s, i) => segments[i + 1]?.at !== s.at) };
  return { raw, map };
}

const emphasis = /^(\*\*\*|___|\*\*|__|\*|_)(?=\S)([^]*\S)\1$/;

/** What is left of a cell's text when the emphasis around the whole of it is taken off. */
function withoutEmphasis(text: string): {
  readonly text: string;
  readonly offset: number;
  readonly strong: boolean;
} {
  const m = emphasis.exec(text);
  const marks = m?.[1] ?? '';
  const inside = m?.[2] ?? '';
  if (m === null || inside.endsWith('\\')) return { text, offset: 0, strong: false };
  // `**a** and **b**` is not one stretch; in a formula the stars are its own.
  if (!/^[=~]/.test(inside) && inside.includes(marks)) return { text, offset: 0, strong: false };
  if (marks.length === 1 && inside.startsWith(marks)) return { text, offset: 0, strong: false };
  return { text: inside, offset: marks.length, strong: marks.length > 1 };
}

/** `[5.485]{fact=people-savings}` as a whole cell: what is read as a figure or a formula stands in the brackets. */
const statedFact = /^\[((?:(?!\]\{)[^])*)\]\{[^{}]*\bfact=[^{}]*\}(?:\[\^[^\]]+\])*$/;

function readCell(cell: Stretch, place: AttributePlace | undefined, file: FileReading): SourceCell {
  const { raw, map } = rawCell(cell, file);
  let text = raw;
  let attributes: Attributes | undefined;
  const take = (): void => {
    if (place === undefined || attributes !== undefined || text.startsWith('=')) return;
    const braces = trailingBraces(text);
    if (braces === undefined) return;
    attributes = readAttributes(
      raw,
      { start: braces.start + offset, end: braces.end + offset },
      place,
      map,
      file.report,
    );
    if (attributes !== undefined) text = text.slice(0, braces.start).trimEnd();
  };
  let offset = 0;
  take();
  const words = text;
  const inner = withoutEmphasis(text);
  offset = inner.offset;
  text = inner.text;
  take();
  const fact = statedFact.exec(text)?.[1];
  // Attributes inside the emphasis, `**Total {.total}**`, are taken out of the words as well.
  const shown = attributes !== undefined && words.length > text.length && inner.text !== text ? text : words;
  const shownMap = shown === text ? mapFrom(map, offset) : map;
  const isFormula = text.startsWith('=') || text === '^' || text === '<';
  if (fact !== undefined) {
    offset += 1;
    text = fact;
  }
  return {
    raw,
    span: bodySpan(file.body, cell.start, cell.end),
    text,
    textSpan: contentSpan(map, offset, offset + text.length),
    strong: inner.strong,
    ...(attributes === undefined ? {} : { attributes }),
    content: isFormula ? [] : readInlines(shown, shownMap, file).inlines,
  };
}
