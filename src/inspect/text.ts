/** The text of a PDF in the order of its tags: what a screen reader gets, for tests that read like the page. */
import { readFacts } from './facts.js';
import { dictOf, entryOf, nameOf, numberOf, textOf } from './objects.js';
import { attributeOf } from './structure.js';
import type { StructElement } from './structure.js';

/**
 * One line for each element, indented, with its attributes and its text in quotes.
 *
 * Rejects when the bytes are no PDF; a file without tags gives an empty text.
 */
export async function textInTagOrder(bytes: Uint8Array): Promise<string> {
  const { file, tree, pages } = await readFacts(bytes);
  const texts = new Map<string, string>();
  for (const { page, text } of pages)
    for (const [mcid, words] of text) texts.set(`${page.ref.toString()} ${mcid}`, words);
  const objects = new Map(
    file.context.enumerateIndirectObjects().map(([ref, object]) => [ref.toString(), object]),
  );
  const lines: string[] = [];
  const write = (element: StructElement, depth: number): void => {
    const indent = '  '.repeat(depth);
    const line = `${indent}${element.type}${attributes(element)}`;
    const [only, ...more] = element.kids;
    if (only?.kind === 'marked' && more.length === 0) {
      lines.push(`${line} ${quote(texts.get(`${only.page ?? ''} ${only.mcid}`) ?? '')}`);
      return;
    }
    lines.push(line);
    for (const kid of element.kids) {
      switch (kid.kind) {
        case 'element':
          write(kid, depth + 1);
          break;
        case 'marked':
          lines.push(`${indent}  ${quote(texts.get(`${kid.page ?? ''} ${kid.mcid}`) ?? '')}`);
          break;
        case 'object': {
          const dict = dictOf(objects.get(kid.ref ?? ''));
          lines.push(`${indent}  annotation ${quote(textOf(entryOf(dict, 'Contents')) ?? '')}`);
          break;
        }
      }
    }
  };
  for (const element of tree?.top ?? []) write(element, 0);
  return lines.map((line) => `${line}\n`).join('');
}

function quote(text: string): string {
  return `“${text}”`;
}

function attributes(element: StructElement): string {
  const parts: string[] = [];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined) parts.push(`${name}=${quote(value)}`);
  };
  for (const [name, key] of [
    ['title', 'T'],
    ['lang', 'Lang'],
    ['alt', 'Alt'],
    ['actual', 'ActualText'],
    ['expansion', 'E'],
    ['id', 'ID'],
  ] as const)
    add(name, textOf(entryOf(element.dict, key)));
  add('scope', nameOf(attributeOf(element, 'Table', 'Scope')));
  for (const key of ['ColSpan', 'RowSpan'])
    add(key.toLowerCase(), numberOf(attributeOf(element, 'Table', key))?.toString());
  add('numbering', nameOf(attributeOf(element, 'List', 'ListNumbering')));
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}
