/** From a council's folder to the publication as authored: the way from disk to model. */
import { error } from '../diagnostics/diagnostic.js';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { IsoDateTime } from '../model/council.js';
import type { DataFiles } from '../model/data-files.js';
import { readMarkdown } from '../markdown/read.js';
import type { AuthoredMeeting, AuthoredPublication } from '../model/publication.js';
import { judgeDate } from '../model/schema/fields.js';
import { entry } from '../source/data-node.js';
import type { Host } from '../source/host.js';
import { nearest } from '../source/nearest.js';
import { fileSpan } from '../source/span.js';
import type { SourceText } from '../source/text.js';
import { loadBoilerplate } from './boilerplate.js';
import { loadCommittees, loadCouncil, loadPeople } from './council.js';
import { citationPrefixes, loadData } from './data.js';
import { openFiles } from './files.js';
import type { Files } from './files.js';
import type { LoadCache } from './load-cache.js';
import { makeLoadCache } from './load-cache.js';
import { loadMeeting } from './meeting.js';
import type { MarkdownReader } from './reader.js';
import type { Shared } from './shared.js';
import { loadSharedPapers } from './shared-papers.js';
import { reportStray } from './stray.js';
import { inCouncilTime } from './zone.js';

export interface LoadOptions {
  /** The "now" of the build; without it council.yaml decides, then the latest publication (format, section 10). */
  readonly asAt?: IsoDateTime;
  /** Key of the only meeting to load: `cabinet/2019-01-15`. */
  readonly only?: string;
}

/** Everything that was read. */
export interface Loaded {
  readonly publication: AuthoredPublication;
  /** Every text file read, for showing the lines that faults are in. */
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly data: DataFiles;
}

/**
 * Loads a council's folder. There is a value even after faults, as far as things could be read.
 *
 * With the cache of a loading before, whatever is as it was then is the same object; a cache goes with one reader.
 */
export function loadPublication(
  host: Host,
  options: LoadOptions,
  read: MarkdownReader = readMarkdown,
  cache: LoadCache = makeLoadCache(),
): Checked<Loaded> & { readonly value: Loaded } {
  const files = openFiles(host, cache);
  const { reuse, sweep } = cache.kept;
  host.log.progress('Reading data');
  const council = reuse('council', loadCouncil(files));
  const people = reuse('people', loadPeople(files));
  const peopleById = new Map(people.map((p) => [p.id, p]));
  const committees = reuse('committees', loadCommittees(files, peopleById));
  const data = reuse('data', loadData(files));
  const shared: Shared = {
    files,
    council,
    committees: new Map(committees.map((c) => [c.id, c])),
    people: peopleById,
    priorities: priorities(data),
    boilerplate: loadBoilerplate(files),
    citationPrefixes: reuse('prefixes', citationPrefixes(data)),
    read,
  };
  const papers = loadSharedPapers(shared);
  const meetings = loadMeetings(shared, options.only, papers.find, (key) =>
    host.log.progress(`Reading ${key}`),
  );
  if (meetings.length === 0 && papers.list.length === 0) reportNothing(files);
  const publication = reuse<AuthoredPublication>('publication', {
    council,
    committees,
    people,
    meetings,
    sharedPapers: papers.list,
    asAt: asAt(options, council.asAt, meetings, papers.list, council.timeZone),
  });
  sweep();
  return { value: { publication, sources: files.sources, data }, diagnostics: files.diagnostics };
}

function priorities(data: DataFiles): ReadonlyMap<string, string> | undefined {
  const node = data.files.get('corporate-plan')?.node;
  if (node === undefined) return undefined;
  const list = node.kind === 'list' ? node : entry(node, 'priorities');
  const records = list?.kind === 'list' ? list.items : [];
  const text = (value: ReturnType<typeof entry>): string => (value?.kind === 'scalar' ? value.text : '');
  return new Map(records.map((r) => [text(entry(r, 'id')), text(entry(r, 'title'))]));
}

function loadMeetings(
  shared: Shared,
  only: string | undefined,
  findShared: Parameters<typeof loadMeeting>[1]['findShared'],
  progress: (key: string) => void,
): readonly AuthoredMeeting[] {
  const { files } = shared;
  const places: { readonly folder: string; readonly committee: string; readonly date: string }[] = [];
  for (const top of files.list('content') ?? []) {
    const known = top.kind === 'folder' && (top.name === 'meetings' || top.name === 'papers');
    if (!known) reportStray(files, `content/${top.name}`, top, 'content');
  }
  for (const committee of files.list('content/meetings') ?? []) {
    const above = `content/meetings/${committee.name}`;
    if (committee.kind === 'file') {
      reportStray(files, above, committee, 'meetings');
      continue;
    }
    for (const meeting of files.list(above) ?? []) {
      const folder = `${above}/${meeting.name}`;
      if (meeting.kind === 'file') {
        reportStray(files, folder, meeting, 'committee');
        continue;
      }
      const bad = judgeDate(meeting.name);
      if (bad === undefined) places.push({ folder, committee: committee.name, date: meeting.name });
      else
        files.report(
          error(
            'folder-date-agrees',
            fileSpan(`${folder}/meeting.md`),
            `the folder “${meeting.name}” is not named after a date: ${bad.message}`,
            { hint: bad.hint },
          ),
        );
    }
  }
  const chosen = only === undefined ? places : places.filter((p) => `${p.committee}/${p.date}` === only);
  if (only !== undefined && chosen.length === 0) {
    const keys = places.map((p) => `${p.committee}/${p.date}`);
    const near = nearest(only, keys);
    const hint =
      near === undefined
        ? 'Name a meeting by committee and date: cabinet/2019-01-15.'
        : `Did you mean “${near}”?`;
    files.report(
      error('content-is-found', fileSpan('content/meetings'), `there is no meeting “${only}”`, { hint }),
    );
  }
  return chosen.flatMap((place) => {
    progress(`${place.committee}/${place.date}`);
    return loadMeeting(shared, { ...place, findShared }) ?? [];
  });
}

function reportNothing(files: Files): void {
  // Where something was found and could not be read, that has been reported.
  if (files.diagnostics.some((d) => d.severity === 'error' && d.span.file.startsWith('content/'))) return;
  const found = files.list('content') !== undefined;
  const message = found
    ? 'the folder content/ has no meetings and no papers in it'
    : 'there is no folder content/ here';
  const hint = found
    ? 'Make a folder such as content/meetings/cabinet/2019-01-15 with a file meeting.md in it.'
    : 'Start Tabled in the folder that holds content/ and data/, or name that folder in TABLED_ROOT.';
  files.report(error('content-is-found', fileSpan('content'), message, { hint }));
}

/** The only "now": what was asked for, what council.yaml says, the latest publication, the latest date of all. */
function asAt(
  options: LoadOptions,
  ofCouncil: IsoDateTime | undefined,
  meetings: readonly AuthoredMeeting[],
  papers: AuthoredPublication['sharedPapers'],
  zone: string,
): IsoDateTime {
  if (options.asAt !== undefined) return inCouncilTime(options.asAt, zone);
  if (ofCouncil !== undefined) return ofCouncil;
  const items = meetings.flatMap((m) => m.items).flatMap((i) => [i, ...i.children]);
  const late = [...papers, ...items.flatMap((i) => i.papers)].flatMap((p) => p.late?.published ?? []);
  const published = latest([...meetings.flatMap((m) => m.published ?? []), ...late]);
  if (published !== undefined) return published;
  const dates = [...papers.flatMap((p) => p.date ?? []), ...meetings.flatMap((m) => m.dates)];
  return `${latest(dates.filter((d) => d.length === 10)) ?? '1970-01-01'}T09:00`;
}

function latest(values: readonly string[]): string | undefined {
  return values.reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
}
