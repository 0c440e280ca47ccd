/** The council, its committees and its people, from data/. */
import { error } from '../diagnostics/diagnostic.js';
import type { Committee, Council, Membership, Person } from '../model/council.js';
import type { z } from 'zod';
import { committeeSchema, councilSchema, personSchema } from '../model/schema/council.js';
import { readNode } from '../model/schema/read.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import { fileSpan } from '../source/span.js';
import type { Span } from '../source/span.js';
import type { Files } from './files.js';
import { listFile, readRecords } from './records.js';
import { inCouncilTime, isTimeZone } from './zone.js';

type ReadPerson = z.infer<typeof personSchema>;
type ReadCommittee = z.infer<typeof committeeSchema>;

/** Used where the council's own description cannot be read, so that other faults are found in the same run. */
const unknownCouncil: Council = {
  name: '',
  address: [],
  contact: {},
  siteAddress: '',
  jurisdiction: 'england',
  timeZone: 'Europe/London',
  style: { negative: 'minus', itemNumbers: 'plain', words: [] },
};

/** data/council.yaml; undefined where it is missing or faulty, which has then been reported. */
export function loadCouncil(files: Files): Council {
  const path = 'data/council.yaml';
  if (!files.exists(path)) {
    const hint =
      'Make a file data/council.yaml with the name, address, contact, siteAddress and jurisdiction of the council.';
    files.report(
      error('council-is-described', fileSpan(path), 'there is no file data/council.yaml', { hint }),
    );
    return unknownCouncil;
  }
  const node = files.yaml(path);
  if (node === undefined) return unknownCouncil;
  const read = readNode(councilSchema, node, { noun: 'council', at: fileSpan(path) });
  files.report(...read.diagnostics);
  if (read.value === undefined) return unknownCouncil;
  const { siteAddress, style, asAt, timeZone, constitution, ...rest } = read.value;
  const zone = isTimeZone(timeZone) ? timeZone : 'Europe/London';
  if (zone !== timeZone) {
    const span = spanIn(node, 'timeZone', path);
    const hint = 'Use the name of a place, such as Europe/London.';
    files.report(error('value-fits', span, `“${timeZone}” is not a time zone`, { hint }));
  }
  return {
    ...rest,
    timeZone: zone,
    siteAddress: siteAddress.replace(/\/+$/, ''),
    asAt: asAt === undefined ? undefined : inCouncilTime(asAt, zone),
    closedDays: constitution?.closedDays ?? [],
    style: {
      negative: style?.negative ?? 'minus',
      itemNumbers: style?.itemNumbers ?? 'plain',
      words: style?.words ?? [],
    },
  };
}

function spanIn(node: DataNode, key: string, path: string): Span {
  return (
    (node.kind === 'map' ? node.entries.find((e) => e.key === key)?.value.span : undefined) ?? fileSpan(path)
  );
}

/** data/people.yaml. */
export function loadPeople(files: Files): readonly Person[] {
  const path = 'data/people.yaml';
  const list = listFile(files, path);
  if (list === undefined) return [];
  const records = readRecords(
    files,
    { path, noun: 'person', schema: personSchema, partly: partlyPerson },
    list,
  );
  return unique(
    files,
    records.map(({ value, node }): Person => ({ ...value, span: idSpan(node) })),
    'people',
  );
}

function partlyPerson(text: (key: string) => string | undefined): ReadPerson | undefined {
  const id = text('id');
  if (id === undefined) return undefined;
  return {
    id,
    name: text('name') ?? id,
    title: text('title'),
    aliases: [],
    kind: text('kind') === 'councillor' ? 'councillor' : 'officer',
  };
}

/** data/committees.yaml; its people are checked against data/people.yaml. */
export function loadCommittees(files: Files, people: ReadonlyMap<string, Person>): readonly Committee[] {
  const path = 'data/committees.yaml';
  const list = listFile(files, path);
  if (list === undefined) return [];
  const schema = committeeSchema;
  const records = readRecords(files, { path, noun: 'committee', schema, partly: partlyCommittee }, list);
  const committees = records.map(({ value: { members, ...committee }, node }): Committee => {
    const memberships = members.map((m): Membership => (typeof m === 'string' ? { person: m } : m));
    checkPeople(
      files,
      memberships.map((m) => m.person),
      entry(node, 'members'),
      people,
    );
    checkPeople(files, committee.contact, entry(node, 'contact'), people);
    return { ...committee, members: memberships, span: idSpan(node) };
  });
  return unique(files, committees, 'committees');
}

function partlyCommittee(text: (key: string) => string | undefined): ReadCommittee | undefined {
  const id = text('id');
  if (id === undefined) return undefined;
  return { id, name: text('name') ?? id, kind: text('kind') ?? '', members: [], contact: [] };
}

/** Reports ids of people that data/people.yaml does not have, each at its place in `node`. */
export function checkPeople(
  files: Files,
  ids: readonly string[],
  node: DataNode | undefined,
  people: ReadonlyMap<string, Person>,
): void {
  ids.forEach((id, i) => {
    if (people.has(id) || node === undefined) return;
    const item = node.kind === 'list' ? node.items[i] : node;
    const span = entry(item, 'person')?.span ?? item?.span ?? node.span;
    const hint = suggest(id, [...people.keys()]) ?? 'Add the person to data/people.yaml.';
    files.report(
      error('person-is-known', span, `“${id}” is not the id of a person in data/people.yaml`, { hint }),
    );
  });
}

/** The place of the id of a record. */
function idSpan(record: DataNode): Span {
  return entry(record, 'id')?.span ?? record.span;
}

function unique<T extends { readonly id: string; readonly span: Span }>(
  files: Files,
  records: readonly T[],
  noun: string,
): readonly T[] {
  const first = new Map<string, T>();
  for (const record of records) {
    const earlier = first.get(record.id);
    if (earlier === undefined) {
      first.set(record.id, record);
      continue;
    }
    files.report(
      error('record-id-is-unique', record.span, `two ${noun} have the id “${record.id}”`, {
        related: [{ span: earlier.span, message: 'first used here' }],
        hint: 'Give one of them another id.',
      }),
    );
  }
  return [...first.values()];
}
