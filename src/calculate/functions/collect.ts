/** COLLECT: one field of the entries of a register, those that match a condition. */
import { fieldOf, knownFields, matches, readQuery } from '../query.js';
import { entry } from '../../source/data-node.js';
import { suggest } from '../../source/nearest.js';
import type { FunctionDefinition } from './definition.js';

export const collectFunctions: Readonly<Record<string, FunctionDefinition>> = {
  COLLECT: {
    args: ['query', 'field'],
    run: (call) => {
      const query = readQuery(call.text(0));
      if ('unclear' in query)
        return call.fail(
          `has “${query.unclear}”, which is no condition`,
          'Write it as in "pledges where lead = Street Services".',
          0,
        );
      const { register, conditions } = query;
      const found = call.world.data.value(register.split('.'));
      const entries = found?.kind === 'list' ? found : entry(found, 'entries');
      if (entries?.kind !== 'list')
        return call.fail(
          `names “${register}”, which is not a register`,
          'Registers are the files in data/registers.',
          0,
        );
      const field = call.text(1);
      const known = knownFields(entries.items);
      const [head = ''] = field.split('.');
      if (entries.items.length > 0 && !known.includes(head))
        return call.fail(`is “${field}”, which no entry of “${register}” has`, suggest(head, known), 1);
      const chosen = entries.items.filter((item) => matches(item, conditions));
      return {
        kind: 'list',
        items: chosen.flatMap((item) => fieldOf(item, field) ?? []),
      };
    },
  },
};
