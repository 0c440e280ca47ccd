/** `tabled explain` with the line of a figure that stands in a text. */
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { figureJson, figureOutline, usualBounds } from '../../src/cli/explain-figure.js';
import { explainNamed, namesPlace } from '../../src/cli/text-figure.js';
import { compilePublication } from '../../src/compile.js';
import { memoryHost } from '../support/memory-host.js';

const text = `---
type: document
title: Finance
---

## Costs of {{ costs[Total, Cost] as £m }}

| Item | Cost |
|---|---:|
| Staff | 1.250 |
| Rent | 0.5 |
| **Total** | =SUM(ABOVE) |
: Costs, {{ costs[Staff, Cost] }} of them for staff {#costs unit=£m}

Costs are [£1.75m]{= costs[Total, Cost] ± 0.01}, and {{ PERCENT(costs[Rent, Cost], costs[Total, Cost]) }} of them rent.

* In a list: [£2m]{= costs[Total, Cost] as £m 0dp}
* Twice [£9m]{= costs[Total, Cost]} in {{ staff.posts }} posts

Nothing is calculated here.
`;
const host = memoryHost({
  'data/council.yaml':
    'name: Westbridge\naddress: [Guildhall]\ncontact: { department: Support, telephone: 01234 567890, email: democracy@example.org }\nsiteAddress: https://papers.example.org\njurisdiction: england\ntimeZone: Europe/London\n',
  'data/committees.yaml': '[]\n',
  'data/people.yaml': '[]\n',
  'data/staff.yaml': 'posts: 12\n',
  'content/papers/plans/finance.md': text,
});
const { value } = compilePublication(host, {});
const explain = (name: string) => explainNamed(value.calculation, value.sources, name);
const outline = (name: string): string => {
  const { value: figure, diagnostics } = explain(name);
  return figure === undefined
    ? diagnostics.map(({ message, hint }) => `${message}. ${hint ?? ''}`).join('\n')
    : figureOutline(figure, value.sources, usualBounds);
};
const file = 'content/papers/plans/finance.md';
const lineOf = (words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

describe('a figure in a text', () => {
  it('is explained by the id of the paper and the line, down to what was typed', () => {
    expect(outline(`finance:${lineOf('Costs of')}`)).toBe(`£1.750m  in the text of “finance”
         = costs[Total, Cost] as £m
         ${file}:6:13
    1.750  Total, Cost
           in Table 1: Costs, £1.250m of them for staff (finance#costs), £ million
           = SUM(ABOVE)
           ${file}:12:15
        1.250  Staff, Cost
               ${file}:10:11
        0.500  Rent, Cost
               ${file}:11:10
`);
  });

  it.each([file, 'finance.md', 'plans/finance', 'papers/plans/finance'])('is found through %s', (where) => {
    expect(explain(`${where}:6`).value?.text).toBe('£1.750m');
  });

  it('in a caption is found too', () => {
    expect(explain(`finance:${lineOf(': Costs,')}`).value?.text).toBe('£1.250m');
  });

  it('that was typed says whether it agrees, with its allowance', () => {
    const line = lineOf('Costs are');
    expect(explain(`finance:${line}:12`).value).toMatchObject({
      text: '£1.75m',
      origin: 'checked',
      computed: '£1.750m',
      formula: 'costs[Total, Cost] ± 0.01',
    });
    expect(explain(`finance:${lineOf('In a list')}`).value?.origin).toBe('checked');
    expect(outline(`finance:${lineOf('Twice')}:10`)).toContain('= costs[Total, Cost], which gives £1.750m');
  });

  it('may come from a data file', () => {
    const figure = explain(`finance:${lineOf('Twice')}:40`).value;
    expect(figure).toMatchObject({
      text: '12',
      parts: [{ name: 'staff.posts', text: '12', origin: 'data', span: { file: 'data/staff.yaml' } }],
    });
    expect(JSON.parse(figureJson(figure!, value.sources))).toMatchObject({
      figures: [{ from: [2] }, { place: { file: 'data/staff.yaml', line: 1 } }],
    });
  });

  it('needs its column where several stand on one line, and is told which they are', () => {
    const line = lineOf('Costs are');
    expect(outline(`finance:${line}`)).toBe(
      `2 figures stand on line ${line} of “finance”, and one is explained at a time. Name one of them: finance:${line}:11 (£1.75m), finance:${line}:54 (28.6%).`,
    );
    expect(outline(`finance:${line}:1`)).toMatch(/^no figure stands at column 1 of that line\. Name one/);
  });

  it('that is not there is told with the nearest, and so are papers without any', () => {
    expect(outline(`finance:${lineOf('Nothing')}`)).toBe(
      `line ${lineOf('Nothing')} of “finance” has no figure that is calculated in the text. The nearest are finance:18:9, finance:18:40, finance:17:14. Figures of tables are named by paper, table, row and column.`,
    );
    expect(outline('fnance:3')).toMatch(/^“fnance” is no paper and no file with figures/);
  });
});

describe('names of figures', () => {
  it.each([
    ['draft-budget:12', true],
    ['content/papers/a.md:12:5', true],
    ['date-exists', false],
    ['a#b[c, 10:12]', false],
    ['a:0', false],
    [':12', false],
  ])('%s names a place: %s', (name, isPlace) => {
    expect(namesPlace(name)).toBe(isPlace);
  });

  it('by line are figures, not rules', () => {
    expect(readArguments(['explain', 'finance:6'])).toMatchObject({
      kind: 'explain-figure',
      reference: 'finance:6',
    });
  });
});
