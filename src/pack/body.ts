/** Lays the papers of a pack out, each with the reference of its item and the meeting at the foot. */
import { newMemory } from '../layout/memory.js';
import type { Memory } from '../layout/memory.js';
import { isIntact, layoutPaper } from '../layout/paper.js';
import type { LaidPaper } from '../layout/paper.js';
import { tag } from '../layout/tags.js';
import type { PaperAddress } from '../model/inline.js';
import type { TextMeasure } from '../model/measure.js';
import type { Publication } from '../model/publication.js';
import { layoutAttachment } from './attachment.js';
import type { Attachment } from './attachment.js';
import type { Keep } from './keep.js';
import type { PackPlan, PlannedBody } from './plan.js';
import type { LayBody } from './settle.js';
import { datesWords, itemLabel } from './words.js';

/** "Select Committee Review: Budget, 30 and 31 January 2019". */
export function meetingWords(plan: PackPlan): string {
  return `${plan.meeting.title}, ${datesWords(plan.meeting.dates)}`;
}

/** The layout of papers as bodies of a pack: a `Part` around the `Sect` of the paper. */
export function paperBodies(
  publication: Publication,
  plan: PackPlan,
  measure: TextMeasure,
  attachmentOf: (address: PaperAddress) => Attachment | undefined,
  lay: Keep['lay'] = layoutPaper,
): LayBody {
  const { itemNumbers } = publication.council.style;
  const meetingName = meetingWords(plan);
  const memories = new Map<PlannedBody, Memory>();
  const latest = new Map<PlannedBody, LaidPaper>();
  return (body, item, start, ctx, final) => {
    const reference = itemLabel(item.item.number, itemNumbers);
    const { paper } = body;
    const memory = memories.get(body) ?? newMemory();
    memories.set(body, memory);
    const own = { ...ctx, measure, reference, meetingName, start, memory, final };
    const before = latest.get(body);
    const laid =
      (final && before !== undefined && isIntact(before) ? before : undefined) ??
      (paper.type === 'attachment'
        ? layoutAttachment(paper, attachmentOf(paper.address), own)
        : lay(paper, own));
    latest.set(body, laid);
    // What is printed needs its boxes no more.
    if (final) memories.delete(body);
    const part = tag('Part');
    part.children.push(laid.tag);
    return { ...laid, tag: part };
  };
}
