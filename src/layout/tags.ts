/** Makes structure elements, and hangs those of inlines in their paragraph when their first words are placed. */
import type { TagNode, TagType } from './display.js';

type Attributes = Omit<TagNode, 'type' | 'children' | 'bbox'>;

/** Makes an element, as the last child of `parent` when one is given. */
export function tag(type: TagType, parent?: TagNode, attributes: Attributes = {}): TagNode {
  const node: TagNode = { type, children: [], ...attributes };
  parent?.children.push(node);
  return node;
}

/**
 * An element within a line. It joins its parent only when its first words are placed, so that the children of a
 * paragraph stand in the order of its text.
 */
export interface InlineTag {
  readonly node: TagNode;
  readonly outer?: InlineTag;
  attached: boolean;
}

/** Makes an element within a line, inside `outer` when there is one. */
export function inlineTag(
  type: TagType,
  outer: InlineTag | undefined,
  attributes: Attributes = {},
): InlineTag {
  return {
    node: tag(type, undefined, attributes),
    attached: false,
    ...(outer === undefined ? {} : { outer }),
  };
}

/** The element to put content of `inline` in, joined to the paragraph's tree if it was not yet. */
export function attach(inline: InlineTag | undefined, block: TagNode): TagNode {
  if (inline === undefined) return block;
  if (!inline.attached) {
    inline.attached = true;
    attach(inline.outer, block).children.push(inline.node);
  }
  return inline.node;
}
