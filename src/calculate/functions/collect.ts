/** COLLECT: one field of the entries of a register, those that match a condition. */
import { normalise } from '../labels.js';
import type { DataNode } from '../../source/data-node.js';
import { entry } from '../../source/data-node.js';
import { suggest } from '../../source/nearest.js';
import type { Call, FunctionDefinition } from './definition.js';

interface Condition {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

/** `pledges where lead = Street Services and status <> Complete`. */
function readQuery(call: Call): { readonly register: string; readonly conditions: readonly Condition[] } {
  const text = call.text(0).trim();
  const [register = '', rest] = text.split(/\s+where\s+/i);
  const conditions = (rest === undefined ? [] : rest.split(/\s+and\s+/i)).map((part): Condition => {
    const match = /^([\w.-]+)\s*(=|<>)\s*"?(.*?)"?$/.exec(part.trim());
    if (match === null)
      return call.fail(
        `has “${part}”, which is no condition`,
        'Write it as in "pledges where lead = Street Services".',
        0,
      );
    return { field: match[1] ?? '', equal: match[2] === '=', value: match[3] ?? '' };
  });
  return { register, conditions };
}

/** The texts of a field; a list holds several. */
function fieldTexts(node: DataNode, field: string): readonly string[] {
  const found = field.split('.').reduce<DataNode | undefined>((at, key) => entry(at, key), node);
  if (found?.kind === 'scalar') return [found.text];
  return found?.kind === 'list'
    ? found.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
    : [];
}

function matches(node: DataNode, { field, equal, value }: Condition): boolean {
  return fieldTexts(node, field).some((text) => normalise(text) === normalise(value)) === equal;
}

export const collectFunctions: Readonly<Record<string, FunctionDefinition>> = {
  COLLECT: {
    args: ['query', 'field'],
    run: (call) => {
      const { register, conditions } = readQuery(call);
      const found = call.world.data.value(register.split('.'));
      const entries = found?.kind === 'list' ? found : entry(found, 'entries');
      if (entries?.kind !== 'list')
        return call.fail(
          `names “${register}”, which is not a register`,
          'Registers are the files in data/registers.',
          0,
        );
      const field = call.text(1);
      const known = new Set(
        entries.items.flatMap((item) => (item.kind === 'map' ? item.entries.map((e) => e.key) : [])),
      );
      const [head = ''] = field.split('.');
      if (entries.items.length > 0 && !known.has(head))
        return call.fail(`is “${field}”, which no entry of “${register}” has`, suggest(head, [...known]), 1);
      const chosen = entries.items.filter((item) =>
        conditions.every((condition) => matches(item, condition)),
      );
      return {
        kind: 'list',
        items: chosen.flatMap(
          (item) => field.split('.').reduce<DataNode | undefined>((at, key) => entry(at, key), item) ?? [],
        ),
      };
    },
  },
};
