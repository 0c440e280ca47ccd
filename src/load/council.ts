/** The council, its committees and its people, from data/. */
import { error } from '../diagnostics/diagnostic.js';
import type { Committee, Council, Membership, Person } from '../model/council.js';
import { committeesSchema, councilSchema, peopleSchema } from '../model/schema/council.js';
import { readNode } from '../model/schema/read.js';
import type { DataNode } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import { fileSpan } from '../source/span.js';
import type { Span } from '../source/span.js';
import type { Files } from './files.js';
import { inCouncilTime, isTimeZone } from './zone.js';

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
  const node = listFile(files, path);
  if (node === undefined) return [];
  const read = readNode(peopleSchema, node, { noun: 'person', at: fileSpan(path) });
  files.report(...read.diagnostics);
  return unique(
    files,
    (read.value ?? []).map((person, i): Person => ({ ...person, span: idSpan(node, i) })),
    'people',
  );
}

/** data/committees.yaml; its people are checked against data/people.yaml. */
export function loadCommittees(files: Files, people: ReadonlyMap<string, Person>): readonly Committee[] {
  const path = 'data/committees.yaml';
  const node = listFile(files, path);
  if (node === undefined) return [];
  const read = readNode(committeesSchema, node, { noun: 'committee', at: fileSpan(path) });
  files.report(...read.diagnostics);
  const committees = (read.value ?? []).map(({ members, ...committee }, i): Committee => {
    const record = node.kind === 'list' ? node.items[i] : undefined;
    const memberships = members.map((m): Membership => (typeof m === 'string' ? { person: m } : m));
    checkPeople(
      files,
      memberships.map((m) => m.person),
      valueOf(record, 'members'),
      people,
    );
    checkPeople(files, committee.contact, valueOf(record, 'contact'), people);
    return { ...committee, members: memberships, span: idSpan(node, i) };
  });
  return unique(files, committees, 'committees');
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
    const span = valueOf(item, 'person')?.span ?? item?.span ?? node.span;
    const hint = suggest(id, [...people.keys()]) ?? 'Add the person to data/people.yaml.';
    files.report(
      error('person-is-known', span, `“${id}” is not the id of a person in data/people.yaml`, { hint }),
    );
  });
}

function listFile(files: Files, path: string): DataNode | undefined {
  if (!files.exists(path)) return undefined;
  const node = files.yaml(path);
  // A file with nothing but remarks is an empty list.
  if (node?.kind === 'map' && node.entries.length === 0) return { kind: 'list', items: [], span: node.span };
  return node;
}

function valueOf(node: DataNode | undefined, key: string): DataNode | undefined {
  return node?.kind === 'map' ? node.entries.find((e) => e.key === key)?.value : undefined;
}

/** The place of the id of a record. */
function idSpan(list: DataNode, index: number): Span {
  const record = list.kind === 'list' ? list.items[index] : undefined;
  return valueOf(record, 'id')?.span ?? record?.span ?? list.span;
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
