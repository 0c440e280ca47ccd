/** Says what the front pages leave out of the notes they print. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Block } from '../model/block.js';
import { unfitBlocks } from './notes.js';
import type { PackPlan } from './plan.js';

/** A warning for each block of a note that has no room on the front pages. */
export function unprinted(plan: PackPlan): readonly Diagnostic[] {
  const { meeting } = plan;
  // Standing notices belong to many meetings and are judged with each of them; the same fault is shown once.
  const texts = [
    meeting.text,
    ...meeting.notices.map((notice) => notice.text),
    ...plan.items.map((item) => item.item.text),
  ];
  return texts.flatMap((text) =>
    unfitBlocks(text).map((block) =>
      warning('agenda-note-fits', block.span, `the ${wordFor(block)} is not printed on the agenda`, {
        hint: 'Move it into a paper of the item, or say it in a sentence.',
      }),
    ),
  );
}

function wordFor(block: Block): string {
  switch (block.kind) {
    case 'table':
    case 'chart':
      return block.kind;
    case 'image-figure':
      return 'image';
    case 'code-block':
      return 'code';
    default:
      return 'block';
  }
}
