/** The settings of a ` ```chart ` block: each key with its place, before anything is looked up. */
import { error, type Diagnostic } from '../diagnostics/diagnostic.js';
import { chartTypes, type ChartType } from '../model/chart.js';
import type { DataEntry, DataMap, DataNode, DataScalar } from '../source/data-node.js';
import { idHint, isId } from '../source/ids.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';

/** A text as typed, and where. */
export interface Typed {
  readonly text: string;
  readonly span: Span;
  /** Where the text begins, if it stands on one line as it is: inlines inside it then have exact places. */
  readonly textStart?: number;
}

export interface ChartSettings {
  readonly id?: Typed;
  readonly caption?: Typed;
  readonly table?: Typed;
  readonly rows?: readonly Typed[];
  readonly columns?: readonly Typed[];
  /** Which of the two makes bars of one kind or one line; worked out where it is not said. */
  readonly series?: 'rows' | 'columns';
  readonly type: ChartType;
  readonly target?: { readonly label?: Typed; readonly value: Typed };
  readonly alt?: Typed;
  readonly note?: Typed;
}

const keys = [
  'id',
  'caption',
  'table',
  'rows',
  'columns',
  'series',
  'type',
  'target',
  'alt',
  'note',
] as const;
type Key = (typeof keys)[number];
const targetKeys = ['label', 'value'] as const;

/** Reads the settings; a fault leaves its key out and the rest stands. */
export function readSettings(
  node: DataMap,
  block: Span,
): { readonly settings: ChartSettings; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (fault: Diagnostic): void => void diagnostics.push(fault);
  const known = new Map<Key, DataEntry>();
  for (const entry of node.entries) {
    const key = keys.find((name) => name === entry.key);
    if (key !== undefined) known.set(key, entry);
    else if (!entry.key.startsWith('x-')) report(unknownKey(entry, 'a chart', keys));
  }
  const text = (key: Key): Typed | undefined => textOf(known.get(key), report);
  const list = (key: Key): readonly Typed[] | undefined => listOf(known.get(key), report);
  const required = (key: Key, what: string, hint: string): Typed | undefined => {
    const value = text(key);
    if (value === undefined && !isBroken(known.get(key))) {
      report(error(`chart-has-${key}` as RequiredRule, known.get(key)?.keySpan ?? block, what, { hint }));
    }
    return value;
  };
  const settings: ChartSettings = {
    ...some('id', plainId(text('id'), report)),
    ...some(
      'caption',
      required(
        'caption',
        'This chart has no caption',
        'Add “caption:” and a sentence that says what the chart shows.',
      ),
    ),
    ...some(
      'table',
      required(
        'table',
        'This chart does not say which table it is drawn from',
        'Add “table:” and the id of the table, for example table: revenue-resources.',
      ),
    ),
    ...some('rows', list('rows')),
    ...some('columns', list('columns')),
    ...some('series', seriesOf(text('series'), report)),
    type: typeOf(text('type'), report),
    ...some('target', targetOf(known.get('target'), report)),
    ...some(
      'alt',
      required(
        'alt',
        'This chart has no description for people who cannot see it',
        'Add “alt:” and a sentence or two that say in words what the chart shows.',
      ),
    ),
    ...some('note', text('note')),
  };
  return { settings, diagnostics };
}

type RequiredRule = 'chart-has-caption' | 'chart-has-table' | 'chart-has-alt';

function some<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };
}

function unknownKey(entry: DataEntry, noun: string, known: readonly string[]): Diagnostic {
  return error('chart-key-is-known', entry.keySpan, `“${entry.key}” is not a setting of ${noun}`, {
    hint: suggest(entry.key, known) ?? `Use one of: ${known.join(', ')}.`,
  });
}

function typed(node: DataScalar): Typed {
  return {
    text: node.text.trim(),
    span: node.span,
    ...(node.textStart === undefined
      ? {}
      : { textStart: node.textStart + (node.text.length - node.text.trimStart().length) }),
  };
}

/** True where the value is there but of the wrong kind, which `textOf` has reported. */
function isBroken(entry: DataEntry | undefined): boolean {
  return entry !== undefined && entry.value.kind !== 'scalar';
}

function textOf(entry: DataEntry | undefined, report: (fault: Diagnostic) => void): Typed | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind !== 'scalar') {
    report(
      error(
        'chart-setting-reads',
        entry.value.span,
        `“${entry.key}” takes a text, and here is a list of settings`,
        {
          hint: 'Put the text on the line of its name, in double quotes if it holds a colon or brackets.',
        },
      ),
    );
    return undefined;
  }
  const value = typed(entry.value);
  return value.text === '' ? undefined : value;
}

/** The id, which becomes part of an address; undefined where it cannot be one. */
function plainId(value: Typed | undefined, report: (fault: Diagnostic) => void): Typed | undefined {
  if (value === undefined || isId(value.text)) return value;
  report(error('id-is-plain', value.span, `“${value.text}” cannot be an id`, { hint: idHint(value.text) }));
  return undefined;
}

function listOf(
  entry: DataEntry | undefined,
  report: (fault: Diagnostic) => void,
): readonly Typed[] | undefined {
  if (entry === undefined) return undefined;
  const items: readonly DataNode[] = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const texts: Typed[] = [];
  for (const item of items) {
    if (item.kind !== 'scalar') {
      report(
        error(
          'chart-setting-reads',
          item.span,
          `“${entry.key}” takes a list of names, and here is something else`,
          {
            hint: `Write ${entry.key}: [first name, second name], a name with a comma in double quotes.`,
          },
        ),
      );
    } else if (item.text.trim() !== '') texts.push(typed(item));
  }
  return texts.length > 0 ? texts : undefined;
}

function seriesOf(
  value: Typed | undefined,
  report: (fault: Diagnostic) => void,
): 'rows' | 'columns' | undefined {
  if (value === undefined || value.text === 'rows' || value.text === 'columns')
    return value?.text as undefined;
  report(
    error('chart-setting-reads', value.span, `“series” is rows or columns, not “${value.text}”`, {
      hint: 'Write series: rows to have a bar or line for each row, series: columns for each column.',
    }),
  );
  return undefined;
}

function typeOf(value: Typed | undefined, report: (fault: Diagnostic) => void): ChartType {
  if (value === undefined) return 'bar';
  const type = chartTypes.find((name) => name === value.text);
  if (type !== undefined) return type;
  const pie = /^pie\b/i.test(value.text);
  report(
    error('chart-type-is-known', value.span, `“${value.text}” is not a type of chart`, {
      hint: pie
        ? 'Angles are hard to compare: use bar, or doughnut where up to four parts make a whole.'
        : (suggest(value.text, chartTypes) ?? `Use one of: ${chartTypes.join(', ')}.`),
    }),
  );
  return pie ? 'doughnut' : 'bar';
}

function targetOf(
  entry: DataEntry | undefined,
  report: (fault: Diagnostic) => void,
): ChartSettings['target'] {
  if (entry === undefined) return undefined;
  const { value: node } = entry;
  if (node.kind === 'scalar') return node.text.trim() === '' ? undefined : { value: typed(node) };
  if (node.kind === 'map') {
    for (const inner of node.entries) {
      if (!targetKeys.some((key) => key === inner.key)) report(unknownKey(inner, 'a target', targetKeys));
    }
    const label = textOf(
      node.entries.find((inner) => inner.key === 'label'),
      report,
    );
    const value = textOf(
      node.entries.find((inner) => inner.key === 'value'),
      report,
    );
    if (value !== undefined) return { value, ...some('label', label) };
  }
  report(
    error('chart-target-is-number', entry.value.span, 'this target has no figure', {
      hint: 'Write target: 90, or target: {label: Target, value: 90}.',
    }),
  );
  return undefined;
}
