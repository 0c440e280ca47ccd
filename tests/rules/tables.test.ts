/** Rules about rows, targets, amounts, periods and histories: what they notice, and above all what they leave alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, messagesOf } from './council.js';

const table = (head: string, ...rows: readonly string[]): string =>
  [
    `| ${head} |`,
    `|${head.replace(/[^|]+/g, (cell) => (/\d|£|Target|Issued/.test(cell) ? '---:' : '---'))}|`,
    ...rows.map((r) => `| ${r} |`),
  ].join('\n') + '\n: T {#t}';

describe('rows', () => {
  test.each([
    [
      table('Plan | 2019', 'A | 5', 'B | 7', 'A | 5'),
      'the row “A” stands twice in this table, with the same figures',
    ],
    [table('Ref | Risk', 'R1 | Fire', 'R1 | Flood'), '“R1” stands in two rows of this table, under “Ref”'],
    [
      table('Pledge | Risk', '1 | x', '2 | y', '1 | z', '1 | w'),
      '“1” stands in 3 rows of this table, under “Pledge”',
    ],
    [
      table('Group | 2019', 'Community and bed based | 5', 'Bed based | 7'),
      '“Community and bed based” names what “Bed based” has a row of its own for',
    ],
  ])('of %j are noticed', (text, message) => expect(messagesOf({ 'a.md': text })).toEqual([message]));

  test.each([
    table('Plan | 2019', 'A | 5', 'B | 5', 'A | 7'),
    table('Plan | 2019', 'A | 0', 'A | 0'),
    table('Plan | Words', 'A | x', 'A | x'),
    table('Plan | 2019', '**North** |', 'A | 5', '**South** |', 'A | 5'),
    table('Ref | Risk', 'R1 | Fire', '^ | Flood', ' | Storm'),
    table('Reference to the plan | Risk', 'A | Fire', 'A | Flood'),
    table('Group | 2019', 'Food and safety | 5', 'Health and safety | 7', 'Food | '),
    table('Group | Words', 'Health and safety | x', 'Safety | y'),
  ])('of %j are left alone', (text) => expect(messagesOf({ 'a.md': text })).toEqual([]));
});

describe('a number of things before a table', () => {
  const rows = ['A | 5', 'B | 7', 'C | 9', '**Total** | 21'];
  test.each([
    [
      ['There are four plans:', table('Plan | 2019', ...rows)],
      'the text says “four plans”, and the table has 3 rows',
    ],
    [
      ['We have 2 plans as follows:', table('Plan | 2019', ...rows)],
      'the text says “2 plans”, and the table has 3 rows',
    ],
  ])('is noticed in %j', ([before, after], message) =>
    expect(messagesOf({ 'a.md': `${before ?? ''}\n\n${after ?? ''}` })).toEqual([message]),
  );
  test.each([
    ['There are three plans:', table('Plan | 2019', ...rows)],
    [
      'There are two plans:',
      table('Plan | 2019', '**North** |', ...rows.slice(0, 1), '**South** |', ...rows.slice(1, 3)),
    ],
    ['There are two plans:', table('Plan | Step | 2019', 'A | x | 5', ' | y | 7', 'B | x | 9')],
    ['Over the four years:', table('Plan | 2019', ...rows)],
    ['Four plans are shown below.', table('Plan | 2019', ...rows)],
    ['The services of the five clusters:', table('Plan | 2019', ...rows)],
    ['Costs in each of the four areas:', table('Plan | 2019', ...rows)],
  ])('is left alone in %j', (before, after) =>
    expect(messagesOf({ 'a.md': `${before}\n\n${after}` })).toEqual([]),
  );
});

describe('a target', () => {
  const head = 'Action | Target | Issued | Status';
  test('that is not reached by what is complete is noticed', () => {
    expect(messagesOf({ 'a.md': table(head, 'Issue notices | 10 | 8 | Completed') })).toEqual([
      '“Issue notices” is “Completed” with 8 of 10',
    ]);
  });
  test.each([
    'Issue notices | 10 | 10 | Completed',
    'Issue notices | 10 | 12 | Complete',
    'Issue notices | 10 | 8 | On track',
    'Reduce complaints | 10 | 8 | Complete',
    'Issue notices | 10 |  | Complete',
  ])('is left alone in %j', (row) => expect(messagesOf({ 'a.md': table(head, row) })).toEqual([]));
});

describe('an amount of money', () => {
  test.each(
    [
      ['It costs (£2,534,595k).', '“£2,534,595k” is £2.5bn as it is typed'],
      ['It costs £1,396,605 thousand.', '“£1,396,605 thousand” is £1.4bn as it is typed'],
      ['It costs £22.417K.', '“£22.417K” is £22,417 as it is typed'],
      ['It costs £.7m.', '“£.7m” has no figure before its point'],
      ['It costs £1,818,28 in all.', '“£1,818,28” has a digit too few or too many after a comma'],
      ['It costs £18182,850.', '“£18182,850” has a digit too few or too many after a comma'],
    ].slice(0, 5),
  )('is noticed in %j', (text, message) => expect(messagesOf({ 'a.md': text })).toEqual([message]));

  test.each([
    'It costs £2,535k, £22,417k, £22.4k, £0.7m, £709,065k and £1,818,285.',
    'It costs £5, £10, or £1,000.',
    'It costs £12.50.',
    'The £ fell.',
    'Prices of £1,234,567.89 and £1,234,567m',
  ])('is left alone in %j', (text) => expect(messagesOf({ 'a.md': text })).toEqual([]));
});

describe('years and digits', () => {
  test.each([
    ['since 2013/4', '“2013/4” is not a financial year'],
    ['FY 2014/15/16', '“2014/15/16” is not a financial year'],
    ['spending in 2019/18', '“2019/18” is not a financial year'],
    ['savings for 2019/19', '“2019/19” is not a financial year'],
    ['from 2013-1016.', '“2013-1016” ends before it begins'],
    ['2019 – 2018', '“2019 – 2018” ends before it begins'],
    ['A ratio of 1.041547278', '“1.041547278” has 9 digits after the point'],
  ])('%j is noticed', (text, message) => expect(messagesOf({ 'a.md': text })).toEqual([message]));

  test.each([
    '2013/14, 1999/2000, 2016/19 and 2013-16',
    'reference 2013/4567 of 1/2013/4',
    'call 01752 2013-1016 or 2000-3000-4000',
    '2013-2016',
    'a factor of 0.966184',
    'latitude 50.3755412',
    'SI 2012/2089',
    'decision 2019/18 and minute 2019/19',
  ])('%j is left alone', (text) => expect(messagesOf({ 'a.md': text })).toEqual([]));
});

describe('the month of a report', () => {
  const paper = { type: 'finance-monitoring', period: 'Month 8, November 2018' };
  test.each([
    [
      'The forecast position as at October 2018 is worse.',
      'the report gives the position as at October 2018, and its period is “Month 8, November 2018”',
    ],
    ['In month 7 (November) it was worse.', 'month 7 is October, and the text says November'],
  ])('is noticed in %j', (text, message) => expect(messagesOf({}, { paper, text })).toEqual([message]));

  test.each([
    'The forecast position as at November 2018 is worse.',
    'The position as at October 2018 was better.',
    'The position as at 8 October 2018 is worse.',
    'The plan as at October 2018 is attached.',
    'In month 8 (November) and month 12 – March it is worse.',
  ])('is left alone in %j', (text) => expect(messagesOf({}, { paper, text })).toEqual([]));
});

describe('a Chair', () => {
  const first = 'Appointment of a Chair';
  test.each([
    ['Councillor Ball (Chair) leads.', 'Councillor Ball is named as the Chair, whom item 1 is to appoint'],
    [
      'Members: Cllr Mrs Ann Ball, Chair',
      'Councillor Mrs Ann Ball is named as the Chair, whom item 1 is to appoint',
    ],
  ])('who is yet to be appointed is noticed in %j', (text, message) =>
    expect(messagesOf({}, { first, text })).toEqual([message]),
  );
  test.each([
    'Councillor Ball (Vice-Chair)',
    'Councillor Ball (Chair of Planning)',
    'The Chair leads.',
    'Councillor Ball chairs.',
  ])('is left alone in %j', (text) => expect(messagesOf({}, { first, text })).toEqual([]));
  test('who is in office is left alone', () =>
    expect(messagesOf({}, { text: 'Councillor Ball (Chair)' })).toEqual([]));
});

describe('a note that was left in the text', () => {
  test.each([
    'The contract – AMEND',
    'Ask [insert name]',
    'It costs £XX',
    'See Error! Reference source not found',
    'When??',
  ])('is noticed in %j', (text) => expect(messagesOf({ 'a.md': text })).toHaveLength(1));
  test.each([
    'We amend the contract.',
    'Really?',
    'part XXI',
    'Volume XX',
    'see [the plan]',
    '`[insert name]`',
  ])('is left alone in %j', (text) => expect(messagesOf({ 'a.md': text })).toEqual([]));
  test('may stand in a draft', () =>
    expect(messagesOf({}, { paper: { status: 'draft' }, text: 'AMEND' })).toEqual([]));
});

describe('a fact of tables', () => {
  const cells = (cell: string, unit = '£m'): string =>
    `| A | B |\n|---|---:|\n| x | ${cell} |\n| y | 1.000 |\n: T {#t unit=${unit}}`;

  test.each([
    ['[5.485]{fact=f}', '£5.485m'],
    ['[(5.485)]{fact=f}', '£5,485k'],
    ['**[5.485]{fact=f}**', '£5.5m'],
    ['[=[y, B] * 5.485]{fact=f}', '£5.485m'],
    ['[5.485 = [y, B] * 5.485]{fact=f}', '£5.485m'],
    ['[5.485]{fact=f because="as at October"}', '£9m'],
    ['[5.485]{fact=f}[^n]', '£5.485m'],
  ])('%j agrees with %s', (cell, words) => {
    expect(
      messagesOf({
        'a.md': `${cells(cell)}\n\n[${words}]{fact=f}${cell.includes('^n') ? '\n\n[^n]: A note.' : ''}`,
      }),
    ).toEqual([]);
  });

  test.each([
    ['[5.485]{fact=f}', '5.485', '“f” is 5.485 here, and £5.485m elsewhere in the paper'],
    ['[5.485]{fact=f}', '£5.458m', '“f” is £5.458m here, and £5.485m elsewhere in the paper'],
    ['[=[y, B] * 5]{fact=f}', '£6m', '“f” is £6m here, and £5.000m elsewhere in the paper'],
  ])('%j disagrees with %s', (cell, words, message) => {
    expect(messagesOf({ 'a.md': `${cells(cell)}\n\n[${words}]{fact=f}` })).toEqual([message]);
  });

  test('is printed as any other figure, and can be referred to', () => {
    expect(
      messagesOf({
        'a.md': `${cells('[5.485]{fact=f}')}\n\n[£5.485m]{= t[x, B]} and [£6.485m]{= SUM(t[B])}`,
      }),
    ).toEqual([]);
  });

  test('of a column is one for each row, with the reason that a cell records', () => {
    const leads = (a: string): string =>
      `| Pledge | Lead {fact=lead} |\n|---|---|\n| P1 | ${a} |\n| P2 | Streets |\n: T {#t}`;
    expect(messagesOf({ 'a.md': leads('Parks'), 'b.md': leads('parks') })).toEqual([]);
    expect(
      messagesOf({ 'a.md': leads('Parks'), 'b.md': leads('[Trees]{fact=lead because="since May"}') }),
    ).toEqual([]);
    expect(messagesOf({ 'a.md': leads('Parks'), 'b.md': leads('Trees') })).toEqual([
      'the “lead” of “P1” is Trees here, and Parks in “a.md”',
    ]);
  });

  test('with a slip in its name is noticed, where others have the name', () => {
    const others = '[£5m]{fact=people-savings}, [£5m]{fact=people-savings}';
    for (const slip of ['people-saving', 'peoples-savings', 'people-davings', 'peoplesavings'])
      expect(messagesOf({ 'a.md': `${others}, [£6m]{fact=${slip}}` })).toEqual([
        `“${slip}” is stated here only, and “people-savings” in several places`,
      ]);
    for (const other of ['people-saved', 'place-savings', 'people-savings-2'])
      expect(messagesOf({ 'a.md': `${others}, [£6m]{fact=${other}}` })).toEqual([]);
    expect(messagesOf({ 'a.md': '[£5m]{fact=costs-1}, [£5m]{fact=costs-1}, [£6m]{fact=costs-2}' })).toEqual(
      [],
    );
  });

  test('says what is a likely cause', () => {
    const [found] = diagnosticsOf({ 'a.md': '[£5.485m]{fact=f}, [£5.845m]{fact=f}' });
    expect(found?.hint).toContain('Two digits may have changed places.');
  });
});

test('no text makes a rule fail', () => {
  const piece = fc.constantFrom(
    '£',
    '1,234',
    '.5',
    'k',
    ' in ',
    'Nov. 19',
    '2019/20',
    '2013/4',
    ' by ',
    ' from ',
    'held',
    'will be',
    ' March 2018',
    '(Chair)',
    'Councillor A',
    '|',
    '\n',
    '[5]{fact=f}',
    'month 8 (',
    'XX',
    '1.12345678',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const { span, message } of diagnosticsOf({ 'a.md': pieces.join('') })) {
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(message).not.toMatch(/undefined|NaN|\.$/);
      }
    }),
    { numRuns: 60 },
  );
});
