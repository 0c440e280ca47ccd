/** Reads YAML against a schema: every fault at its own place, in words that need no manual. */
import type { z } from 'zod';
import { error } from '../../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../../diagnostics/diagnostic.js';
import { entry } from '../../source/data-node.js';
import type { DataNode } from '../../source/data-node.js';
import { nearest, suggest } from '../../source/nearest.js';
import type { Span } from '../../source/span.js';
import { knownKeysMark } from './fields.js';
import type { FaultParams } from './fields.js';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** What messages call the thing, and where they point when something is missing from it. */
export interface Reading {
  /** "meeting", "report": as in "this meeting has no “venue”". */
  readonly noun: string;
  readonly at: Span;
}

/** Reads a node; the value is missing when there is any fault. */
export function readNode<T>(schema: z.ZodType<T>, node: DataNode, reading: Reading): Checked<T> {
  const result = schema.safeParse(toPlain(node), { error: () => '' });
  if (result.success) return { value: result.data, diagnostics: [] };
  const issues = result.error.issues.flatMap(flatten);
  return { value: undefined, diagnostics: issues.flatMap((issue) => describe(issue, issues, node, reading)) };
}

/** Plain text, lists and objects. Empty values and keys that begin with `x-` are left out. */
function toPlain(node: DataNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(toPlain);
    case 'map': {
      const plain = Object.create(null) as Record<string, unknown>;
      for (const { key, value } of node.entries) {
        if (!key.startsWith('x-') && !isEmpty(value)) plain[key] = toPlain(value);
      }
      return plain;
    }
  }
}

function isEmpty(node: DataNode): boolean {
  return node.kind === 'scalar' && node.text === '' && !node.quoted;
}

/** Where a value may be of several kinds: the faults of the kind that the author meant. */
function flatten(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  // A branch that got inside the value had the right kind; a branch that failed at the top was not meant.
  const inner = issue.errors.find(
    (branch) => branch.length > 0 && branch.every((i) => i.path.length > 0 || i.code === 'custom'),
  );
  if (inner === undefined) return [issue];
  return inner.flatMap((i) => flatten({ ...i, path: [...issue.path, ...i.path] }));
}

function describe(
  issue: Issue,
  all: readonly Issue[],
  root: DataNode,
  reading: Reading,
): readonly Diagnostic[] {
  const found = locate(root, issue.path);
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, issue.message, found.node, reading);
  if (found.missing !== undefined) return missing(found, all, issue.path, reading);
  const span = found.node?.span ?? reading.at;
  const key = issue.path.filter((p) => typeof p === 'string').at(-1);
  if (issue.code === 'custom') {
    const params = issue.params as FaultParams | undefined;
    const message = withKey(issue.message, key);
    return [error(params?.rule ?? 'value-fits', span, message, { hint: params?.hint })];
  }
  return [error('value-fits', span, kindMessage(issue, found.node, key), { hint: kindHint(issue) })];
}

/** Messages of values say "this"; here they learn the name of the setting. */
function withKey(message: string, key: string | undefined): string {
  if (key === undefined) return message;
  return message
    .replace('one of the words for this', `one of the words for “${key}”`)
    .replace('a value is empty', `“${key}” has an empty value`);
}

function unknownKeys(
  keys: readonly string[],
  message: string,
  node: DataNode | undefined,
  reading: Reading,
): readonly Diagnostic[] {
  const [, noun = reading.noun, list = ''] = message.split('|');
  const known = list.split(',');
  const entries = node?.kind === 'map' ? node.entries : [];
  return keys.map((key) => {
    const span = entries.find((e) => e.key === key)?.keySpan ?? reading.at;
    const unused = known.filter((k) => !entries.some((e) => e.key === k));
    const near = nearest(key, unused) ?? nearest(key, known);
    const hint =
      near === undefined
        ? (suggest(key, unused) ?? 'Delete it, or begin its name with x- to keep a remark of your own.')
        : `Did you mean “${near}”?`;
    return error('key-is-known', span, `${article(noun)} has no setting “${key}”`, { hint });
  });
}

function missing(found: Located, all: readonly Issue[], path: Path, reading: Reading): readonly Diagnostic[] {
  const key = String(found.missing);
  const parent = found.node;
  const typed = parent?.kind === 'map' ? parent.entries.find((e) => e.key === key) : undefined;
  if (typed !== undefined) {
    const hint = 'Type a value after the colon.';
    return [error('key-is-given', typed.keySpan, `“${key}” has no value`, { hint })];
  }
  // "commitee" is reported as unknown already, with the right name: not twice.
  const unknown = all.flatMap((i) =>
    i.code === 'unrecognized_keys' && samePath(i.path, path.slice(0, -1)) ? i.keys : [],
  );
  if (unknown.some((k) => nearest(k, [key]) !== undefined)) return [];
  const noun =
    path.length > 1
      ? `“${path.filter((p) => typeof p === 'string').at(-2) ?? reading.noun}”`
      : `this ${reading.noun}`;
  const span = path.length > 1 && parent !== undefined ? firstLine(parent) : reading.at;
  return [error('key-is-given', span, `${noun} has no “${key}”`, { hint: `Add “${key}:” and its value.` })];
}

/** The first key of a map, so that marks do not run over many lines. */
function firstLine(node: DataNode): Span {
  return (node.kind === 'map' ? node.entries[0]?.keySpan : undefined) ?? node.span;
}

function kindMessage(issue: Issue, node: DataNode | undefined, key: string | undefined): string {
  const entry = typeof issue.path.at(-1) === 'number' ? 'an entry of ' : '';
  const name = key === undefined ? 'this' : `${entry}“${key}”`;
  const wanted = wantedKind(issue);
  const typed =
    node?.kind === 'map' ? 'a group of settings' : node?.kind === 'list' ? 'a list' : 'a single value';
  return `${name} is ${typed}, and ${wanted} is wanted`;
}

function wantedKind(issue: Issue): string {
  if (issue.message.startsWith(knownKeysMark)) return 'a group of settings';
  if (issue.code !== 'invalid_type') return 'another kind of value';
  switch (issue.expected) {
    case 'string':
      return 'a single value';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'a group of settings';
    default:
      return 'another kind of value';
  }
}

function kindHint(issue: Issue): string | undefined {
  switch (wantedKind(issue)) {
    case 'a single value':
      return 'Type one value after the colon; put it in double quotes when it has a colon, a bracket or a comma in it.';
    case 'a list':
      return 'Type each on a line of its own that begins with a hyphen and a space, or all in square brackets: [one, two].';
    case 'a group of settings': {
      const keys = issue.message.startsWith(knownKeysMark)
        ? issue.message.split('|')[2]?.split(',').join(', ')
        : undefined;
      return keys === undefined ? undefined : `It has settings of its own: ${keys}.`;
    }
    default:
      return undefined;
  }
}

interface Located {
  /** The node at the path, or the last one on the way to it. */
  readonly node: DataNode | undefined;
  /** The key that the path asks for and the file does not give. */
  readonly missing?: PropertyKey;
}

function locate(root: DataNode, path: Path): Located {
  let node = root;
  for (const step of path) {
    if (node.kind === 'map') {
      const next = entry(node, String(step));
      if (next === undefined || isEmpty(next)) return { node, missing: step };
      node = next;
    } else if (node.kind === 'list') {
      const next = node.items[Number(step)];
      if (next === undefined) return { node };
      node = next;
    }
    // A single value stands for a list of one: its only index leads to itself.
  }
  return { node };
}

/** The place of a setting, or of its nearest ancestor: for faults found after reading. */
export function spanOf(root: DataNode | undefined, path: Path, otherwise: Span): Span {
  return root === undefined ? otherwise : (locate(root, path).node?.span ?? otherwise);
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((p, i) => p === b[i]);
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
