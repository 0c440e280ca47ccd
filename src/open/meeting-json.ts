/** A meeting and its agenda as JSON, for those who build on a council's papers. */
import type { Council } from '../model/council.js';
import type { FileFact, PackFacts } from '../model/pack.js';
import type { Item, Meeting, Paper, Publication } from '../model/publication.js';
import { json } from './table-json.js';
import { rfc3339 } from './time.js';

/** Writes a meeting; page ranges and files are there once the packs are made. */
export function meetingJson(
  meeting: Meeting,
  publication: Pick<Publication, 'council' | 'committees' | 'people'>,
  facts: PackFacts | undefined,
): string {
  const { council } = publication;
  const name = (id: string): string => publication.people.find((person) => person.id === id)?.name ?? id;
  const committee = publication.committees.find(({ id }) => id === meeting.committee);
  return json({
    key: meeting.key,
    url: `${council.siteAddress}/meetings/${meeting.key}/`,
    council: council.name,
    committee: { id: meeting.committee, name: committee?.name },
    title: meeting.title,
    subject: meeting.subject,
    status: meeting.status,
    dates: meeting.dates,
    time: meeting.time,
    timeZone: council.timeZone,
    venue: meeting.venue,
    published: meeting.published === undefined ? undefined : rfc3339(meeting.published),
    shortNotice: meeting.shortNotice,
    webcast: meeting.webcast,
    hashtag: meeting.hashtag,
    breaks: meeting.breaks,
    sessions: meeting.sessions.map(({ id, label, date, start, end }) => ({ id, label, date, start, end })),
    members: meeting.members.map(({ person, role }) => ({ id: person, name: name(person), role })),
    contact: meeting.contact.map((id) => ({ id, name: name(id) })),
    pack: facts && fileJson(facts.pack, council),
    agenda: facts && fileJson(facts.agenda, council),
    largePrint: facts?.largePrint && fileJson(facts.largePrint, council),
    supplements: facts?.supplements?.map(({ published, range, pdf }) => ({
      published,
      pages: range,
      pdf: fileJson(pdf, council),
    })),
    items: meeting.items.map((item) => itemJson(item, meeting, council, facts)),
  });
}

function itemJson(item: Item, meeting: Meeting, council: Council, facts: PackFacts | undefined): unknown {
  const fact = facts?.items.get(item.number);
  return {
    number: item.number,
    url: `${council.siteAddress}/meetings/${meeting.key}/${item.number}/`,
    // A closed item shows its open title alone.
    title: item.part === 2 ? (item.openTitle ?? item.title) : item.title,
    kind: item.kind,
    part: item.part,
    exempt: item.exempt && {
      paragraphs: item.exempt.paragraphs,
      publicInterest: item.exempt.publicInterest,
      reviewOn: item.exempt.reviewOn,
    },
    session: item.session,
    presenter: item.presenter,
    status: item.status,
    keyDecision: item.keyDecision,
    pages: fact?.range,
    // Ranges of papers that were added when the pack was out.
    morePages: fact?.more,
    pdf: fact && fileJson(fact.pdf, council),
    // Closed papers are never in a public build; this is the second lock.
    papers: item.part === 2 ? [] : item.papers.map((paper) => paperJson(paper, council, facts)),
    items: item.children.map((child) => itemJson(child, meeting, council, facts)),
  };
}

function paperJson(paper: Paper, council: Council, facts: PackFacts | undefined): unknown {
  const fact = facts?.papers.get(paper.address);
  return {
    id: paper.id,
    url: `${council.siteAddress}/${paper.address}/`,
    type: paper.type,
    title: paper.title,
    date: paper.date,
    version: paper.version,
    status: paper.status,
    authors: paper.authors,
    late: paper.late,
    pages: fact?.range,
    pdf: fact && fileJson(fact.pdf, council),
  };
}

function fileJson(file: FileFact, council: Council): unknown {
  return { url: `${council.siteAddress}/${file.path}`, bytes: file.bytes, pages: file.pages };
}
