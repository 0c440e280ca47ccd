/** One paper: its settings, particulars and text. */
import { error } from '../diagnostics/diagnostic.js';
import type { IsoDate } from '../model/council.js';
import type { BackgroundPaper, PaperType, SignOff } from '../model/paper.js';
import { paperTypes } from '../model/paper.js';
import type { AuthoredPaper } from '../model/publication.js';
import { toId } from '../model/schema/fields.js';
import { forms } from '../model/schema/forms.js';
import type { CommonPaper } from '../model/schema/paper.js';
import { paperNoun, paperSchema } from '../model/schema/paper.js';
import { readNode } from '../model/schema/read.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import { closedFault } from './closed.js';
import { paperName } from './names.js';
import { particulars } from './particulars.js';
import { emptyDocument } from './reader.js';
import { personPrinter, priorityPrinter, readText } from './shared.js';
import type { Shared } from './shared.js';
import { inCouncilTime } from './zone.js';

/** Where a paper stands. */
export interface PaperPlace {
  readonly path: string;
  /** Its address without its own id: `meetings/cabinet/2019-01-15/5b`. */
  readonly base: string;
  /** The day that decides which standing wording it includes; a shared paper goes by its own date. */
  readonly day: IsoDate | undefined;
}

/** Reads a paper; undefined where its settings are faulty, which has then been reported. */
export function loadPaper(shared: Shared, place: PaperPlace): AuthoredPaper | undefined {
  const attached = place.path.endsWith('.pdf.yaml');
  const opened = attached ? attachment(shared, place.path) : shared.files.markdown(place.path);
  if (opened?.settings === undefined) return undefined;
  const { settings, source, bodyStart } = opened;
  const at: Span = { file: place.path, start: 0, end: attached ? 0 : Math.min(3, source.text.length) };
  const type = attached ? 'attachment' : paperType(shared, settings, at);
  if (type === undefined) return undefined;
  const read = readNode(paperSchema(type), withType(settings, type), { noun: paperNoun(type), at });
  shared.files.report(...read.diagnostics);
  const closed = closedFault(settings);
  if (closed !== undefined) shared.files.report(closed);
  const values = read.value;
  // A closed paper is not passed on, so that even a draft that shows everything never shows it.
  if (values === undefined || closed !== undefined) return undefined;
  const paper = compose(shared, { ...place, type, settings, values }, () => {
    if (attached) return emptyDocument;
    const day = place.day ?? fullDate(values.date) ?? '1970-01-01';
    return readText(shared, { source, start: bodyStart, day, name: place.path });
  });
  return shared.files.cache.kept.reuse(`paper ${place.path}`, paper);
}

interface ReadPaper extends PaperPlace {
  readonly type: PaperType;
  readonly settings: DataNode;
  readonly values: CommonPaper & Readonly<Record<string, unknown>>;
}

function compose(shared: Shared, paper: ReadPaper, text: () => AuthoredPaper['text']): AuthoredPaper {
  const { path, settings, type, values } = paper;
  const { authors, owner, contents, late, status, numbering, ...rest } = values;
  const person = personPrinter(shared, settings);
  const id = values.id ?? toId(paperName(path.slice(path.lastIndexOf('/') + 1)).stem);
  const printed = { authors: authors.map(person), owner: owner === undefined ? undefined : person(owner) };
  return {
    id,
    address: `${paper.base}/${id}`,
    type,
    title: rest.title,
    date: rest.date,
    version: rest.version,
    status: status ?? 'final',
    ...printed,
    meeting: rest.meeting,
    numbering: numbering ?? 'none',
    numberFrom: rest.numberFrom,
    contents: contents ?? false,
    supersedes: rest.supersedes,
    late: late && { reason: late.reason, published: inCouncilTime(late.published, shared.council.timeZone) },
    lang: rest.lang,
    particulars: particulars(
      {
        form: forms[type],
        values: inZone(values, type, shared.council.timeZone),
        ...printed,
        notApplicable: rest.sections?.['not-applicable'],
      },
      { person, priority: priorityPrinter(shared, settings) },
    ),
    backgroundPapers: values['backgroundPapers'] as 'none' | readonly BackgroundPaper[] | undefined,
    signOff: signOff(values['signOff'])?.map((desk) =>
      desk.by === undefined ? desk : { ...desk, by: person(desk.by) },
    ),
    memberAgreed: values['memberAgreed'] as boolean | undefined,
    settings,
    text: text(),
    span: entry(settings, 'title')?.span ?? settings.span,
    file: path,
  };
}

/** Date-times of the form in the council's own time. */
function inZone(
  values: Readonly<Record<string, unknown>>,
  type: PaperType,
  zone: string,
): Readonly<Record<string, unknown>> {
  const moments = Object.entries(forms[type]).flatMap(([key, f]) => {
    const value = values[key];
    return f.print === 'date-time' && typeof value === 'string'
      ? [[key, inCouncilTime(value, zone)] as const]
      : [];
  });
  return { ...values, ...Object.fromEntries(moments) };
}

function attachment(
  shared: Shared,
  path: string,
):
  | {
      readonly settings: DataNode;
      readonly source: { readonly path: string; readonly text: string };
      readonly bodyStart: number;
    }
  | undefined {
  const settings = shared.files.yaml(path);
  const source = shared.files.sources.get(path);
  return settings === undefined || source === undefined
    ? undefined
    : { settings, source, bodyStart: source.text.length };
}

/** An attachment need not say its type. */
function withType(settings: DataNode, type: PaperType): DataNode {
  if (settings.kind !== 'map' || type !== 'attachment' || entry(settings, 'type') !== undefined)
    return settings;
  const span = { ...settings.span, end: settings.span.start };
  const typed = {
    key: 'type',
    keySpan: span,
    value: { kind: 'scalar', text: type, quoted: false, span },
  } as const;
  return { ...settings, entries: [...settings.entries, typed] };
}

function paperType(shared: Shared, settings: DataNode, at: Span): PaperType | undefined {
  const typed = entry(settings, 'type');
  const text = typed?.kind === 'scalar' ? typed.text.trim() : '';
  const known = paperTypes.find((t) => t === text);
  if (known !== undefined) return known;
  if (typed === undefined || text === '') {
    const hint = `Add “type:” and one of: ${paperTypes.join(', ')}.`;
    shared.files.report(error('key-is-given', typed?.span ?? at, 'this paper has no “type”', { hint }));
  } else {
    const hint = suggest(text, paperTypes) ?? `Use one of: ${paperTypes.join(', ')}.`;
    shared.files.report(error('word-is-known', typed.span, `“${text}” is not a type of paper`, { hint }));
  }
  return undefined;
}

/** How desks are printed whose names are short. */
const deskNames: Readonly<Record<string, string>> = {
  hr: 'Human resources',
  it: 'IT',
  ict: 'ICT',
  monitoringOfficer: 'Monitoring officer',
  'monitoring-officer': 'Monitoring officer',
};

function signOff(value: unknown): readonly SignOff[] | undefined {
  if (value === undefined) return undefined;
  return Object.entries(value as Readonly<Record<string, string | Omit<SignOff, 'desk'>>>).map(
    ([key, cleared]) => {
      const words = key
        .replace(/-/g, ' ')
        .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
      const desk = deskNames[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
      return typeof cleared === 'string' ? { desk, code: cleared } : { desk, ...cleared };
    },
  );
}

function fullDate(value: string | undefined): IsoDate | undefined {
  return value?.length === 10 ? value : undefined;
}
