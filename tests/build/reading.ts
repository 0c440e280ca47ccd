/** Reads finished papers back: the text of the model, and the text of a PDF in the order of its tags. */
import { textInTagOrder } from '../../src/inspect/text.js';
import type { Block } from '../../src/model/block.js';
import type { Inline } from '../../src/model/inline.js';
import { plainText } from '../../src/model/inline.js';
import type { Table } from '../../src/model/table.js';

/** Text without spaces: where lines break is not what is tested. */
export const packed = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, '');

/** Runs of text that nothing is printed between: a reference has its page after it, a note mark its number. */
export function runs(content: readonly Inline[]): readonly string[] {
  const found = [''];
  const visit = (part: Inline): void => {
    if (part.kind === 'note-mark' || part.kind === 'image') found.push('');
    else if ('content' in part) {
      part.content.forEach(visit);
      if (part.kind === 'link') found.push('');
    } else found.push(`${found.pop() ?? ''}${plainText([part])}`);
  };
  content.forEach(visit);
  return found.map(packed).filter((t) => t !== '');
}

/** Text of blocks in reading order. Recommendations are left out: they are lifted to the cover sheet. */
export function textOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return runs(block.content);
      case 'list':
        return block.items.flatMap((i) => textOf(i.blocks));
      case 'quote':
        return textOf(block.blocks);
      case 'container':
        return block.name === 'recommendations' ? [] : [...runs(block.title ?? []), ...textOf(block.blocks)];
      case 'definition-list':
        return block.entries.flatMap((e) => [...e.terms.flatMap(runs), ...e.definitions.flatMap(textOf)]);
      case 'table':
        return [...runs(block.caption), ...tableText(block)];
      case 'chart':
      case 'image-figure':
        return runs(block.caption ?? []);
      case 'code-block':
        return [packed(block.text)].filter((t) => t !== '');
      case 'thematic-break':
        return [];
    }
  });
}

function tableText(table: Table): readonly string[] {
  return [
    ...table.head.flatMap((r) => r.cells.flatMap((c) => runs(c.content))),
    ...table.rows.flatMap((r) =>
      r.cells.flatMap((c) =>
        c.content.kind === 'inline' ? runs(c.content.content) : textOf(c.content.blocks),
      ),
    ),
    ...table.footer.flatMap(runs),
  ];
}

/** The text of a PDF in the order of its tags, without spaces. */
export async function readAloud(bytes: Uint8Array): Promise<string> {
  const lines = (await textInTagOrder(bytes)).split('\n');
  return packed(lines.map((line) => / “(.*)”$/.exec(line)?.[1] ?? '').join(''));
}

/** The texts that are not found in `read`, each looked for after the one before. */
export function lostFrom(read: string, texts: readonly string[]): readonly string[] {
  let from = 0;
  return texts.filter((text) => {
    const at = read.indexOf(text, from);
    if (at >= 0) from = at + text.length;
    return at < 0;
  });
}
