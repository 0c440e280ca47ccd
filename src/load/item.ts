/** One item of an agenda from its settings and its note. */
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ItemStatus } from '../model/meeting.js';
import type { AuthoredItem, AuthoredPaper } from '../model/publication.js';
import { itemSchema } from '../model/schema/meeting.js';
import { readNode } from '../model/schema/read.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import { childTitleFaults, closedChild } from './closed.js';
import type { Agenda } from './items.js';
import { emptyDocument } from './reader.js';
import { personPrinter, readText } from './shared.js';
import type { Shared } from './shared.js';
import { inCouncilTime } from './zone.js';

/** An item whose folder has been read. */
export interface ItemPlace {
  readonly file: string;
  readonly number: string;
  /** Papers of its own folder, in order. */
  readonly papers: readonly AuthoredPaper[];
  readonly children: readonly AuthoredItem[];
}

/** Reads the file of an item. Where its settings are faulty the item is kept with its number, so that others still stand. */
export function loadItem(shared: Shared, agenda: Agenda, place: ItemPlace): AuthoredItem | undefined {
  const opened = shared.files.markdown(place.file);
  if (opened === undefined) return undefined;
  const { settings, source, bodyStart } = opened;
  const at: Span = { file: place.file, start: 0, end: Math.min(3, source.text.length) };
  const stub = {
    number: place.number,
    span: at,
    file: place.file,
    children: place.children,
    papers: place.papers,
  };
  const kind = place.children.length > 0 ? 'container' : 'business';
  // Its papers and the titles below it are left out: what cannot be read might have said that the item is closed.
  const unread: AuthoredItem = {
    ...stub,
    title: '',
    kind,
    part: 1,
    text: emptyDocument,
    papers: [],
    children: place.children.map(closedChild),
  };
  if (settings === undefined) return unread;
  const read = readNode(itemSchema, settings, { noun: 'agenda item', at });
  shared.files.report(...read.diagnostics);
  const values = read.value;
  if (values === undefined) return unread;
  checkSession(shared, agenda, settings, values.session);
  const person = personPrinter(shared, settings);
  const papers = [...place.papers, ...takeShared(shared, agenda, settings, values.papers ?? [])];
  const closed = (values.part ?? 1) === 2;
  shared.files.report(
    ...checkStub(settings, at, {
      closed,
      papers: [...papers, ...place.children.flatMap((child) => child.papers)],
    }),
    ...(closed ? childTitleFaults(place.children, entry(settings, 'part')?.span ?? at) : []),
  );
  const zone = shared.council.timeZone;
  const { urgency, titleDiffers } = values;
  const item: AuthoredItem = {
    number: place.number,
    // The open title is the only one that leaves the council where the item is closed.
    title: closed ? (values.openTitle ?? `Item ${place.number}`) : values.title,
    kind: values.kind ?? kind,
    session: values.session,
    presenter: values.presenter === undefined ? undefined : person(values.presenter),
    part: values.part ?? 1,
    exempt: values.exempt,
    openTitle: values.openTitle,
    status: status(values, person, zone),
    keyDecision: values.keyDecision,
    urgency: urgency && {
      ...urgency,
      chair: person(urgency.chair),
      agreedAt: urgency.agreedAt === undefined ? undefined : inCouncilTime(urgency.agreedAt, zone),
    },
    decision: closed ? undefined : values.decision,
    titleDiffers: typeof titleDiffers === 'object' ? titleDiffers.reason : titleDiffers,
    text: readText(shared, { source, start: bodyStart, day: agenda.day, name: place.file }),
    papers: closed ? [] : papers,
    children: closed ? place.children.map(closedChild) : place.children,
    span: entry(settings, 'title')?.span ?? at,
    file: place.file,
  };
  return shared.files.cache.kept.reuse(`item ${place.file}`, item);
}

function status(
  values: {
    readonly status?: ItemStatus['state'];
    readonly due?: string;
    readonly owner?: string;
    readonly reason?: string;
  },
  person: (value: string) => string,
  zone: string,
): ItemStatus | undefined {
  if (values.status === undefined) return undefined;
  return {
    state: values.status,
    due: values.due === undefined ? undefined : inCouncilTime(values.due, zone),
    owner: values.owner === undefined ? undefined : person(values.owner),
    reason: values.reason,
  };
}

function checkSession(shared: Shared, agenda: Agenda, settings: DataNode, session: string | undefined): void {
  if (session === undefined || agenda.sessions === undefined || agenda.sessions.includes(session)) return;
  const span = entry(settings, 'session')?.span ?? settings.span;
  const hint = suggest(session, agenda.sessions) ?? 'Add the session to meeting.md.';
  shared.files.report(error('session-is-known', span, `the meeting has no session “${session}”`, { hint }));
}

/** Papers that the item takes from content/papers/. */
function takeShared(
  shared: Shared,
  agenda: Agenda,
  settings: DataNode,
  references: readonly string[],
): readonly AuthoredPaper[] {
  const node = entry(settings, 'papers');
  const taken = new Set<string>();
  return references.flatMap((reference, i) => {
    const found = agenda.findShared(reference);
    const span = (node?.kind === 'list' ? node.items[i]?.span : node?.span) ?? settings.span;
    if (found.kind === 'found') {
      if (taken.has(found.paper.address)) {
        shared.files.report(
          error('paper-is-listed-once', span, `the item has named the paper “${found.paper.title}” before`, {
            hint: `Take “${reference}” out of the list.`,
          }),
        );
        return [];
      }
      taken.add(found.paper.address);
      return [found.paper];
    }
    if (found.kind === 'faulty') return [];
    const hint =
      suggest(reference, found.known) ??
      'Papers of the item’s own folder need not be named; shared papers lie in content/papers/.';
    shared.files.report(
      error('paper-is-found', span, `there is no paper “${reference}” in content/papers/`, { hint }),
    );
    return [];
  });
}

/** The public stub of a closed item: why it is closed, a title that gives nothing away, and no papers. */
function checkStub(
  settings: DataNode,
  at: Span,
  item: { readonly closed: boolean; readonly papers: readonly AuthoredPaper[] },
): readonly Diagnostic[] {
  const rule = 'closed-paper-stays-closed';
  const exempt = entry(settings, 'exempt');
  if (!item.closed) {
    if (exempt === undefined) return [];
    const hint = 'Add “part: 2” and “openTitle:”, and keep its papers in the restricted folder.';
    return [
      error(rule, exempt.span, 'this item says why it is exempt, but not that it is closed (part 2)', {
        hint,
      }),
    ];
  }
  const part = entry(settings, 'part')?.span ?? at;
  const faults: Diagnostic[] = [];
  if (exempt === undefined) {
    const hint = 'Add “exempt:” with “paragraphs” and “publicInterest”.';
    faults.push(
      error(rule, part, 'this item is closed (part 2) and does not say why it is exempt', { hint }),
    );
  }
  if (entry(settings, 'openTitle') === undefined) {
    const hint = 'Add “openTitle:” with a title that gives nothing away.';
    faults.push(error(rule, part, 'this item is closed (part 2) and has no open title', { hint }));
  }
  for (const paper of item.papers) {
    const hint = 'Move it to the restricted folder; only the item itself may stay here.';
    const message = `the paper “${paper.title}” belongs to a closed item, and it lies in the public folder`;
    faults.push(
      error(rule, paper.span, message, { related: [{ span: part, message: 'closed here' }], hint }),
    );
  }
  return faults;
}
