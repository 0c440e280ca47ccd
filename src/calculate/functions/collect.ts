/** COLLECT: one field of the entries of a register or of the front matter of papers, or one cell of a table of each paper. */
import { collectionHint, findCollection } from '../collect-papers.js';
import { fieldOf, knownFields, matches, readQuery } from '../query.js';
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
      const collection = findCollection(register, call.world);
      if (collection === undefined)
        return call.fail(
          `names “${register}”, which is neither a register nor a type of paper`,
          collectionHint(register, call.world),
          0,
        );
      const entries = collection.entries.map(({ node }) => node);
      const field = call.text(1);
      const known = knownFields(entries);
      const what =
        collection.kind === 'papers' ? `no paper of the type “${register}”` : `no entry of “${register}”`;
      const ofTable = collection.kind === 'papers' && /[#[]/.test(field);
      const isKnown = (name: string): boolean =>
        entries.length === 0 || known.includes(name.split('.')[0] ?? '');
      if (!ofTable && !isKnown(field))
        return call.fail(`is “${field}”, which ${what} has`, suggest(field, known), 1);
      const unknown = conditions.find((condition) => !isKnown(condition.field));
      if (unknown !== undefined)
        return call.fail(`asks for “${unknown.field}”, which ${what} has`, suggest(unknown.field, known), 0);
      if (ofTable) {
        const papers = collection.entries.flatMap(({ node, paper }) =>
          paper !== undefined && matches(node, conditions) ? [paper] : [],
        );
        return call.cellsOfPapers(1, papers);
      }
      const chosen = entries.filter((item) => matches(item, conditions));
      return {
        kind: 'list',
        items: chosen.flatMap((item) => fieldOf(item, field) ?? []),
      };
    },
  },
};
