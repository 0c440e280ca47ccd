/** Rules about dates: what they notice in papers of a day and a meeting, and above all what they leave alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proseDate, proseDates } from '../../src/rules/prose-date.js';
import { messagesOf } from './council.js';

describe('dates in text', () => {
  test.each([
    ['30 January 2019', '2019-01-30', '2019-01-30'],
    ['the 30th of January 2019', '2019-01-30', '2019-01-30'],
    ['30/31 January 2018', '2018-01-31', '2018-01-31'],
    ['Sept. 2018', '2018-09-01', '2018-09-30'],
    ['February 2016', '2016-02-01', '2016-02-29'],
    ['31.03.2015', '2015-03-31', '2015-03-31'],
    ['30/04/15', '2015-04-30', '2015-04-30'],
    ['2019-01-30', '2019-01-30', '2019-01-30'],
    ['Dec-17', '2017-12-01', '2017-12-31'],
  ])('%j is read', (text, from, to) => {
    expect(proseDates(text)).toMatchObject([{ from, to }]);
  });

  test.each([
    '2018/19',
    '2010-11',
    '31 April 2019',
    '32/01/19',
    '12/2019',
    'January',
    'Maybe 2019',
    '1.2.3',
    '£12.10.19',
    '0117 922 2000',
    '12.13.19',
  ])('%j is none', (text) => expect(proseDates(text)).toEqual([]));

  test('a whole text may have "end of" before it, and a month may be typed as 2019-03', () => {
    expect(proseDate('end of November 2014')).toMatchObject({ from: '2014-11-01', to: '2014-11-30' });
    expect(proseDate('2019-03')).toMatchObject({ from: '2019-03-01', to: '2019-03-31' });
    expect(proseDate('before March 2019 or so')).toBeUndefined();
  });

  test('places are those of the text, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before} 30 January 2019 ${after}`;
        for (const { typed, start, end } of proseDates(text)) expect(text.slice(start, end)).toBe(typed);
      }),
    );
  });
});

describe('the tense of a sentence', () => {
  test.each([
    [
      'A workshop was held in March 2019.',
      '“held in March 2019” speaks of what is past, and the paper is dated 22 January 2019',
    ],
    [
      'The workshop was held on 22 March 2019.',
      '“held on 22 March 2019” speaks of what is past, and the paper is dated 22 January 2019',
    ],
    [
      'Cabinet will consider the plan in June 2018.',
      '“will consider the plan in June 2018” speaks of what is to come, and the paper is dated 22 January 2019',
    ],
    [
      'It is due to open by the end of June 2018.',
      '“is due to open by the end of June 2018” speaks of what is to come, and the paper is dated 22 January 2019',
    ],
    [
      '* Work is underway to complete it by March 2018',
      '“underway to complete it by March 2018” speaks of what is to come, and the paper is dated 22 January 2019',
    ],
    [
      '| Action |\n|---|\n| The centre opened in March 2020 |',
      '“opened in March 2020” speaks of what is past, and the paper is dated 22 January 2019',
    ],
  ])('that does not fit its date is noticed: %j', (text, message) => {
    expect(messagesOf({ 'a.md': text })).toEqual([message]);
  });

  test.each([
    'A workshop was held in March 2018.',
    'A workshop will be held in March 2019.',
    'The plan was agreed to be completed in March 2019.',
    'Once completed in March 2019, the centre will open.',
    'Works completed in March 2019 would count towards the next year.',
    'The centre that opens in March 2019 was approved in March 2018.',
    'It was due to open in June 2018.',
    'We will continue the work begun in March 2018.',
    'We will build on the strategy that Cabinet approved in March 2018.',
    'We will publish the results of the survey in March 2018.',
    'We will spend more than in March 2018.',
    'Cabinet agreed to close the centre in March 2018.',
    'The increase is due to changes in March 2018.',
    'Compared to the position in January 2018, it will be better.',
    'The paper of March 2018 said that it will open in June 2018.',
    'Plans are expected to be approved in February 2019.',
    'Held in March 2019? No.',
  ])('is left alone in %j', (text) => {
    expect(messagesOf({ 'a.md': text }).filter((m) => m.includes('speaks of'))).toEqual([]);
  });

  test('is judged by the meeting for what is past, and by the paper for what is to come', () => {
    const paper = { title: 'Paper', date: '2019-01-10' };
    expect(
      messagesOf({}, { paper, text: 'It was held in January 2019. It was held on 29 January 2019.' }),
    ).toEqual([]);
    expect(messagesOf({}, { paper, text: 'It was held on 1 February 2019.' })).toEqual([
      '“held on 1 February 2019” speaks of what is past, and the meeting is on 30 January 2019',
    ]);
    expect(messagesOf({}, { paper, text: 'It will be considered on 15 January 2019.' })).toEqual([]);
  });
});

describe('the date of the meeting', () => {
  test('with another year is noticed in its papers, and only there', () => {
    expect(
      messagesOf({ 'a.md': 'On 30 January 2018 we met.' }, { text: 'The review is on 30 January 2018.' }),
    ).toEqual(['“30 January 2018” has another year than the meeting, which is on 30 January 2019']);
  });

  test.each([
    'On 30 January 2019.',
    'As in the minutes of 30 January 2018.',
    'On 31 January 2018.',
    'On 30 January 2010.',
  ])('is left alone in %j', (text) => expect(messagesOf({}, { text })).toEqual([]));
});

describe('the status of an action', () => {
  const table = (head: string, row: string): string =>
    `| Action | ${head} |\n|---|${'---|'.repeat(head.split('|').length)}\n| Open the centre | ${row} |\n: T {#t}`;

  test.each([
    [
      'Due | Status',
      'October 2018 | On track',
      '“Open the centre” is “On track”, and its date, October 2018, is past',
    ],
    [
      'Due | Status',
      'March 2020 | Overdue',
      '“Open the centre” is “Overdue”, and its date, March 2020, is yet to come',
    ],
    [
      'Due | Status',
      'October 2018 | Reprogrammed',
      '“Open the centre” is “Reprogrammed”, and its date, October 2018, is past',
    ],
    [
      'Due',
      'Overdue: March 2020',
      '“Open the centre” is “Overdue”, and its date, March 2020, is yet to come',
    ],
    [
      'Due',
      '31 October 2018',
      'the date of “Open the centre”, 31 October 2018, is past, and nothing says what became of it',
    ],
    [
      'Deadline',
      'Completed March 2020',
      '“Completed March 2020” of “Open the centre” says what is done, and the date is yet to come',
    ],
    [
      'Completed on',
      '14 October 2019',
      '“Completed on” of “Open the centre” is 14 October 2019, which is yet to come',
    ],
  ])('under %j: %j is noticed', (head, row, message) => {
    expect(messagesOf({ 'a.md': table(head, row) })).toEqual([message]);
  });

  test.each([
    ['Due | Status', 'October 2018 | Complete'],
    ['Due | Status', 'October 2018 | Cancelled'],
    ['Due | Status', 'March 2020 | On track'],
    ['Due | Status', 'October 2018 | Overdue'],
    ['Due | Status', 'March 2019 | Reprogrammed'],
    ['Due | Status', 'January 2019 | On track'],
    ['Due | Status', 'Ongoing | On track'],
    ['Due | Status', 'March 2018, then March 2020 | On track'],
    ['Due | Comments', 'October 2018 | Awaiting the tender'],
    ['Previous due date | Status', 'October 2018 | On track'],
    ['Due', 'Quarterly from October 2018'],
    ['Due', '2018/19'],
    ['Completed on', '14 October 2018'],
    ['Status', 'Overdue'],
  ])('under %j: %j is left alone', (head, row) =>
    expect(messagesOf({ 'a.md': table(head, row) })).toEqual([]),
  );

  test('of a moved date is compared with the date before', () => {
    const yaml = (due: string): string =>
      `\`\`\`table\nid: t\ncolumns: { action: Action, due: { label: Due, type: due }, status: { label: Status, type: status } }\nrows:\n  - { action: A, due: ${due}, status: Reprogrammed }\n\`\`\``;
    expect(messagesOf({ 'a.md': yaml('{ due: 2019-03, was: 2018-12 }') })).toEqual([]);
    expect(messagesOf({ 'a.md': yaml('{ due: 2019-03, was: 2019-12 }') })).toEqual([
      '“A” is “Reprogrammed” from December 2019 to March 2019, which is not later',
    ]);
  });
});

test('a scorecard of half a year ago may be carried, and an older one is noticed', () => {
  expect(
    messagesOf({ 'a.md': '## Scorecard, July 2018\n\nPerformance in December 2016 was better.' }),
  ).toEqual([]);
  expect(messagesOf({ 'a.md': '## Scorecard, June 2018' })).toEqual([
    'the scorecard is of June 2018, and the paper is of 22 January 2019',
  ]);
});

describe('a date of two meanings', () => {
  test.each(['considered in Nov. 19', 'by March 19', 'since Oct 18'])('is noticed in %j', (text) =>
    expect(messagesOf({ 'a.md': text })).toHaveLength(1),
  );
  test.each([
    'in March 2019',
    'by 19 March 2019',
    'in May 9 people',
    'in Nov. 19 2018',
    'in March 19% of them',
  ])('is left alone in %j', (text) => expect(messagesOf({ 'a.md': text })).toEqual([]));
});
