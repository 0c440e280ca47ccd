/** The recommendations of a paper where they can be printed before its particulars. */
import type { Block } from '../../model/block.js';
import { plainText } from '../../model/inline.js';
import { countListed } from '../html/container.js';

/** What is printed before the particulars, and under which title. */
export interface Leading {
  readonly title: string;
  /** The anchor of the heading that it has in the text, or ours. */
  readonly anchor: string;
  readonly containers: readonly Container[];
  /** Blocks that the text leaves out in return. */
  readonly blocks: readonly Block[];
}

type Container = Extract<Block, { kind: 'container' }>;

const isRecommendation = (block: Block | undefined): block is Container =>
  block?.kind === 'container' && block.name === 'recommendations';

/**
 * Recommendations come before the particulars (look, tokens, section 1), unless that would tear a numbered section.
 *
 * They stand before the first heading, or make up a section of their own whose heading has no number.
 */
export function leadingRecommendations(blocks: readonly Block[]): Leading | undefined {
  const at = blocks.findIndex(isRecommendation);
  if (at < 0) return undefined;
  const after = blocks.slice(at).findIndex((block) => !isRecommendation(block));
  const end = after < 0 ? blocks.length : at + after;
  const containers = blocks.slice(at, end).filter(isRecommendation);
  const heading = blocks[at - 1];
  const own = { containers, blocks: containers, anchor: 'recommendation_' };
  if (heading?.kind === 'heading') {
    const next = blocks[end];
    const alone = next === undefined || (next.kind === 'heading' && next.level <= heading.level);
    if (!alone || heading.number !== undefined) return undefined;
    const title = plainText(heading.content);
    return { ...own, title, anchor: heading.anchor ?? own.anchor, blocks: [heading, ...containers] };
  }
  if (blocks.slice(0, at).some((block) => block.kind === 'heading')) return undefined;
  const several = containers.reduce((count, block) => count + countListed(block.blocks), 0) > 1;
  return { ...own, title: several ? 'Recommendations' : 'Recommendation' };
}
