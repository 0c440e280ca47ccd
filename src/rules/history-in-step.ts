/** The history of versions in a paper's settings runs forward and ends with the paper's own version and date; approvals run forward too. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredPaper } from '../model/publication.js';
import type { DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { inWords, proseDate } from './prose-date.js';
import type { ProseDate } from './prose-date.js';
import { allPapers } from './rule.js';
import type { Rule } from './rule.js';

const id = 'history-in-step';

export const rule: Rule = {
  id,
  check: (publication) => allPapers(publication).flatMap(checkPaper),
};

function checkPaper(paper: AuthoredPaper): readonly Diagnostic[] {
  const history = recordsOf(paper, 'history');
  return [
    ...backwards(history, 'version'),
    ...backwards(recordsOf(paper, 'approvals'), 'approval'),
    ...lastVersion(paper, history.at(-1)),
  ];
}

interface Dated {
  readonly node: DataNode;
  readonly name: string;
  readonly date?: ProseDate;
}

function recordsOf(paper: AuthoredPaper, key: string): readonly Dated[] {
  const list = entry(paper.settings, key);
  if (list?.kind !== 'list') return [];
  return list.items.map((node) => {
    const date = proseDate(textOf(entry(node, 'date')));
    const name = textOf(entry(node, 'version')) || textOf(entry(node, 'body'));
    return { node: entry(node, 'date') ?? node, name, ...(date === undefined ? {} : { date }) };
  });
}

function textOf(node: DataNode | undefined): string {
  return node?.kind === 'scalar' ? node.text.trim() : '';
}

/** Records whose date is before that of the record above. */
function backwards(records: readonly Dated[], what: 'version' | 'approval'): readonly Diagnostic[] {
  const dated = records.flatMap(({ date, ...one }) => (date === undefined ? [] : [{ ...one, date }]));
  return dated.flatMap((one, i) => {
    const before = dated[i - 1];
    if (before === undefined || one.date.to >= before.date.from) return [];
    const of = what === 'version' ? 'version ' : 'the approval by ';
    return [
      warning(
        id,
        one.node.span,
        `${of}${one.name} of ${inWords(one.date)} stands after ${of}${before.name} of ${inWords(before.date)}`,
        {
          hint: `Put the ${what}s in the order of their dates, or correct the date.`,
        },
      ),
    ];
  });
}

function lastVersion(paper: AuthoredPaper, last: Dated | undefined): readonly Diagnostic[] {
  if (last === undefined) return [];
  const { version, date } = paper;
  const plain = (text: string): string => text.toLowerCase().replace(/^(?:draft\s+)?(?:version\s+|v)/, '');
  if (version !== undefined && last.name !== '' && plain(version) !== plain(last.name))
    return [
      warning(
        id,
        last.node.span,
        `the paper is version ${version}, and its history ends with version ${last.name}`,
        {
          hint: 'Add the line of the version that is published, or correct “version”.',
        },
      ),
    ];
  if (date === undefined || last.date === undefined || (date >= last.date.from && date <= last.date.to))
    return [];
  return [
    warning(
      id,
      last.node.span,
      `the paper is dated ${inWords({ from: date, precision: 'day' })}, and its last version ${inWords(last.date)}`,
      {
        hint: 'Correct the date that is wrong.',
      },
    ),
  ];
}
