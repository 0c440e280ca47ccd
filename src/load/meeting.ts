/** One meeting: its settings, its notices and its agenda. */
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Committee, IsoDate, Membership } from '../model/council.js';
import type { AuthoredMeeting } from '../model/publication.js';
import { dateInWords } from '../model/dates.js';
import { meetingSchema } from '../model/schema/meeting.js';
import { readNode, spanOf } from '../model/schema/read.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import { fileSpan } from '../source/span.js';
import type { Span } from '../source/span.js';
import { wordingOn } from './boilerplate.js';
import { checkPeople } from './council.js';
import { loadItems } from './items.js';
import type { SharedPaper } from './items.js';
import { checkPaperIds } from './paper-ids.js';
import { readText } from './shared.js';
import type { Shared } from './shared.js';
import { checkOrder } from './meeting-order.js';
import { inCouncilTime } from './zone.js';

/** The folder of a meeting. */
export interface MeetingPlace {
  readonly folder: string;
  /** The name of the folder above. */
  readonly committee: string;
  /** The name of the folder: its first date. */
  readonly date: IsoDate;
  readonly findShared: (reference: string) => SharedPaper;
}

/** Reads a meeting; undefined where meeting.md is missing or faulty, which has then been reported. */
export function loadMeeting(shared: Shared, place: MeetingPlace): AuthoredMeeting | undefined {
  const { folder, date, findShared } = place;
  const file = `${folder}/meeting.md`;
  const address = `meetings/${place.committee}/${date}`;
  const opened = openMeeting(shared, file);
  const values = opened?.values;
  const sessions = values === undefined ? undefined : (values.sessions ?? []).map((s) => s.id);
  // Also where meeting.md is faulty: the faults of the items are then found in the same run.
  const items = loadItems(shared, { folder, address, day: date, sessions, findShared });
  checkPaperIds(shared, items);
  if (opened === undefined || values === undefined) return undefined;
  const { settings } = opened;
  const committee = shared.committees.get(values.committee);
  const zone = shared.council.timeZone;
  const local = (value: string | undefined) => (value === undefined ? undefined : inCouncilTime(value, zone));
  const published = local(values.published);
  shared.files.report(
    ...checkPlace(shared, place, settings, values.committee, values.dates),
    ...checkOrder({ ...values, published }, settings),
  );
  checkPeople(shared.files, values.contact, entry(settings, 'contact'), shared.people);
  const named = values.members?.map((m): Membership => (typeof m === 'string' ? { person: m } : m));
  checkPeople(
    shared.files,
    (named ?? []).map((m) => m.person),
    entry(settings, 'members'),
    shared.people,
  );
  const meeting: AuthoredMeeting = {
    key: `${place.committee}/${date}`,
    committee: values.committee,
    title: values.title ?? committee?.name ?? values.committee,
    subject: values.subject,
    dates: values.dates,
    time: values.time,
    venue: values.venue,
    published,
    contact: values.contact,
    members: named?.map(({ person, role }) => ({ person, role })) ?? membersOn(committee, date),
    webcast: values.webcast,
    hashtag: values.hashtag,
    sessions: values.sessions ?? [],
    breaks: values.breaks,
    status: values.status ?? (published === undefined ? 'planned' : 'published'),
    shortNotice: values.shortNotice && {
      ...values.shortNotice,
      convenedAt: inCouncilTime(values.shortNotice.convenedAt, zone),
    },
    duplex: values.duplex ?? true,
    text: readText(shared, { source: opened.source, start: opened.bodyStart, day: date, name: file }),
    notices: notices(shared, settings, values.notices ?? [], { day: date, file }),
    items,
    span: entry(settings, 'dates')?.span ?? opened.at,
    file,
  };
  return shared.files.cache.kept.reuse(`meeting ${file}`, meeting);
}

function openMeeting(shared: Shared, file: string) {
  if (!shared.files.exists(file)) {
    const hint = 'Make a file meeting.md in it with committee, dates, time, venue and contact.';
    shared.files.report(
      error('meeting-has-a-file', fileSpan(file), 'the folder of this meeting has no meeting.md', { hint }),
    );
    return undefined;
  }
  const opened = shared.files.markdown(file);
  if (opened?.settings === undefined) return undefined;
  const { settings, source, bodyStart } = opened;
  const at: Span = { file, start: 0, end: Math.min(3, source.text.length) };
  const read = readNode(meetingSchema, settings, { noun: 'meeting', at });
  shared.files.report(...read.diagnostics);
  return { settings, source, bodyStart, at, values: read.value };
}

/** The folder says committee and date, as meeting.md does. */
function checkPlace(
  shared: Shared,
  place: MeetingPlace,
  settings: DataNode,
  committee: string,
  dates: readonly IsoDate[],
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const at = (...path: readonly PropertyKey[]): Span => spanOf(settings, path, settings.span);
  if (!shared.committees.has(committee)) {
    const hint =
      suggest(committee, [...shared.committees.keys()]) ?? 'Add the committee to data/committees.yaml.';
    faults.push(
      error(
        'committee-is-known',
        at('committee'),
        `there is no committee “${committee}” in data/committees.yaml`,
        { hint },
      ),
    );
  } else if (committee !== place.committee) {
    const hint = `Move the meeting to the folder content/meetings/${committee}, or correct the committee.`;
    const message = `the committee is “${committee}”, and the meeting lies in the folder of “${place.committee}”`;
    faults.push(error('committee-is-known', at('committee'), message, { hint }));
  }
  const first = dates[0];
  if (first !== undefined && first !== place.date) {
    const message = `the first date is ${dateInWords(first)}, and the folder is named ${place.date}`;
    const hint = dates.includes(place.date)
      ? `Name the folder ${first}, or put the dates in order.`
      : `Name the folder ${first}, or correct the date.`;
    faults.push(error('folder-date-agrees', at('dates', 0), message, { hint }));
  }
  return faults;
}

/** Members of a committee on a day, in the committee's order. */
function membersOn(committee: Committee | undefined, day: IsoDate): AuthoredMeeting['members'] {
  return (committee?.members ?? [])
    .filter((m) => (m.from === undefined || m.from <= day) && (m.until === undefined || m.until >= day))
    .map(({ person, role }) => ({ person, role }));
}

function notices(
  shared: Shared,
  settings: DataNode,
  names: readonly string[],
  { day, file }: { readonly day: IsoDate; readonly file: string },
): AuthoredMeeting['notices'] {
  return names.flatMap((name, i) => {
    const wording = wordingOn(shared.boilerplate, name, day);
    if (wording !== undefined) {
      const { title, source, bodyStart } = wording;
      const text = readText(shared, { source, start: bodyStart, day, name: `${file}#${name}` });
      return [{ id: name, title, text }];
    }
    const span = spanOf(settings, ['notices', i], settings.span);
    const known = shared.boilerplate.has(name);
    const message = known
      ? `no version of the notice “${name}” is in force on ${dateInWords(day)}`
      : `there is no notice “${name}” in data/boilerplate/`;
    const hint = known
      ? 'Look at “from” and “until” of its versions in data/boilerplate/.'
      : (suggest(name, [...shared.boilerplate.keys()]) ?? `Make a file data/boilerplate/${name}.md.`);
    shared.files.report(error('notice-is-found', span, message, { hint }));
    return [];
  });
}
