/** A definition list: terms, each with what follows its colons. */
import type { Token } from 'markdown-it';
import type { AuthoredBlock } from '../../model/block.js';
import type { AuthoredInline } from '../../model/inline.js';
import { mapLines } from '../positions.js';
import { readInlines } from './inline.js';
import { tokenSpan, type Cursor } from './cursor.js';

interface Entry {
  readonly terms: (readonly AuthoredInline[])[];
  readonly definitions: (readonly AuthoredBlock[])[];
}

/** Reads a definition list whose opening token was just taken; `readBlocks` reads what a definition holds. */
export function readDefinitionList(
  cursor: Cursor,
  token: Token,
  readBlocks: (cursor: Cursor, close: string) => readonly AuthoredBlock[],
): AuthoredBlock {
  const { file } = cursor;
  const entries: Entry[] = [];
  for (;;) {
    const part = cursor.tokens[cursor.index++];
    if (part === undefined || part.type === 'dl_close') break;
    const last = entries.at(-1);
    if (part.type === 'dt_open') {
      const inline = cursor.tokens[cursor.index];
      cursor.index += 2;
      const content = inline?.content ?? '';
      const term = readInlines(content, mapLines(file.body, content, inline?.map?.[0] ?? 0), file).inlines;
      if (last !== undefined && last.definitions.length === 0) last.terms.push(term);
      else entries.push({ terms: [term], definitions: [] });
    } else {
      const blocks = readBlocks(cursor, 'dd_close');
      if (last === undefined) entries.push({ terms: [], definitions: [blocks] });
      else last.definitions.push(blocks);
    }
  }
  return { kind: 'definition-list', entries, span: tokenSpan(token, file) };
}
