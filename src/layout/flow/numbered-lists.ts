/** The elements that numbered paragraphs hang in: items of a list, whose labels are the numbers. */
import type { Block } from '../../model/block.js';
import type { TagNode } from '../display.js';
import type { Unit } from '../memory.js';
import { tag } from '../tags.js';

/**
 * Numbered paragraphs are items of a list, whose labels are the numbers (look, section 3). One list goes on over the
 * lists and quotations that belong to its paragraphs, and ends at anything else.
 */
export function numberedLists(parent: TagNode): NumberedLists {
  let list: TagNode | undefined;
  let body: TagNode | undefined;
  return (block, known) => {
    if (block.kind === 'paragraph' && block.number !== undefined) {
      list ??= tag('L', parent, { listNumbering: 'Decimal' });
      if (known?.body !== undefined) {
        list.children.push(...known.nodes);
        body = known.body.node;
        body.children.length = known.body.own;
        return { parent: body };
      }
      const item = tag('LI', list);
      const label = tag('Lbl', item);
      body = tag('LBody', item);
      return { parent: body, label, item };
    }
    if (body !== undefined && (block.kind === 'list' || block.kind === 'quote')) return { parent: body };
    list = undefined;
    body = undefined;
    return { parent };
  };
}

/** The element to put a block in. */
export interface Slot {
  readonly parent: TagNode;
  /** The label of a numbered paragraph, and the item that holds both. */
  readonly label?: TagNode | undefined;
  readonly item?: TagNode;
}

/** Where a block goes, which may have been made before. */
export type NumberedLists = (block: Block, known?: Unit) => Slot;
