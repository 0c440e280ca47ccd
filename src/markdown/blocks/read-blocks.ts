/** Block tokens to the block tree of a paper. */
import type { Token } from 'markdown-it';
import { error, warning } from '../../diagnostics/diagnostic.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { containerNames, type AuthoredBlock } from '../../model/block.js';
import type { Span } from '../../source/span.js';
import { commonFields } from '../attributes.js';
import { mapAt } from '../positions.js';
import { listMetaOf } from '../rules/list.js';
import { tokenSpan, withoutAttributes, type Cursor } from './cursor.js';
import { readDefinitionList } from './definition-list.js';
import { readFence } from './fence.js';
import { readHeading } from './heading.js';
import { readInclude } from './include.js';
import { readInlines } from './inline.js';
import { readParagraph } from './paragraph.js';
import { readTable } from './table.js';

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
      return [readDefinitionList(cursor, token, readBlocks)];
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
  const place = name === 'table-rows' ? 'container of rows' : 'container';
  const { words, attributes } = withoutAttributes(head.trimStart(), map, place, file);
  const outer = cursor.inTableRows;
  cursor.inTableRows = name === 'table-rows';
  const blocks = readBlocks(cursor, 'container_close');
  cursor.inTableRows = outer;
  // An unknown name has been reported; its text still counts.
  if (name === undefined) return blocks;
  if (name === 'columns') checkColumns(blocks, tokenSpan(token, file), file.report);
  return [
    {
      kind: 'container',
      name,
      ...(words === '' ? {} : { title: readInlines(words, map, file).inlines }),
      blocks,
      span: tokenSpan(token, file),
      ...commonFields(attributes),
      ...(name === 'table-rows' && attributes !== undefined ? { attributes } : {}),
    },
  ];
}

/** A block of columns holds two or three of them and nothing else. */
function checkColumns(
  blocks: readonly AuthoredBlock[],
  span: Span,
  report: (fault: Diagnostic) => void,
): void {
  const isColumn = (block: AuthoredBlock): boolean => block.kind === 'container' && block.name === 'column';
  const count = blocks.filter(isColumn).length;
  for (const block of blocks) {
    if (isColumn(block)) continue;
    report(
      error('columns-hold-columns', block.span, 'this stands between columns, and in none of them', {
        hint: 'Put it between a line “::: column” and a line “:::”, or outside the columns.',
      }),
    );
  }
  if (count === 2 || count === 3) return;
  const found = count === 1 ? 'There is one column' : `There are ${String(count)} columns`;
  report(
    error('columns-hold-columns', span, `${found} in this block, and two or three are wanted`, {
      hint: 'Open each with a line “::: column” and close it with a line “:::”.',
    }),
  );
}

function readNote(cursor: Cursor, token: Token): void {
  const { file } = cursor;
  const label = String(token.meta?.['label']);
  const span = tokenSpan(token, file);
  const blocks = readBlocks(cursor, 'footnote_reference_close');
  const id = file.notes?.get(label);
  if (id === undefined || file.reading.notes.some((n) => n.id === id)) {
    file.report(
      error('note-is-defined', span, `there are two notes for the mark “[^${label}]”`, {
        hint: 'Give one of them another mark.',
      }),
    );
    return;
  }
  if (blocks.length === 0) {
    file.report(warning('note-is-defined', span, `the note “[^${label}]” has no text`));
  }
  file.reading.notes.push({ id, blocks, span });
}
