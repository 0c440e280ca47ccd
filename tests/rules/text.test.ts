/** Rules that read sentences: what they notice, and above all what they leave alone. */
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/markdown/read.js';
import type { AuthoredPublication } from '../../src/model/publication.js';
import { rules } from '../../src/rules/check.js';
import type { RuleText } from '../../src/rules/rule.js';
import { checkPublication } from '../../src/rules/check.js';

const empty: AuthoredPublication = {
  council: {} as AuthoredPublication['council'],
  committees: [],
  people: [],
  meetings: [],
  sharedPapers: [],
  asAt: '2019-01-23T09:00',
};

/** Messages of the rules of text about papers with these texts, and what they mark. */
function check(...sources: readonly string[]): readonly (readonly [string, string])[] {
  const texts = sources.map((text, i): RuleText => {
    const read = readMarkdown({ path: `paper-${i + 1}.md`, text }, 0, {
      include: () => undefined,
      citationPrefixes: new Set(),
    });
    expect(read.diagnostics).toEqual([]);
    return {
      title: `Paper ${i + 1}`,
      document: read.value ?? { blocks: [], notes: [] },
      figure: ({ source }) => (source.trim() === 'known' ? '59' : undefined),
    };
  });
  return checkPublication(empty, texts).map(({ message, span }) => [
    message,
    (sources[Number(span.file.replace(/\D/g, '')) - 1] ?? '').slice(span.start, span.end),
  ]);
}

const messages = (...sources: readonly string[]): readonly string[] => check(...sources).map(([m]) => m);

describe('a change from one figure to another', () => {
  test.each([
    [
      'further reducing average placements by 4 from the current 53 to 59',
      'from 53 to 59 is a rise of 6, and the text says a fall of 4',
    ],
    [
      'an increase from £1.2 million to £1.5 million by £0.6 million',
      'from £1.2 million to £1.5 million is a rise of £0.3 million, and the text says a rise of £0.6 million',
    ],
    ['numbers rose from 120 by 15 to 140', 'from 120 to 140 is a rise of 20, and the text says a rise of 15'],
    [
      'cutting the backlog by 25% from 400 to 310',
      'from 400 to 310 is a fall of 22.5%, and the text says a fall of 25%',
    ],
    [
      '**reducing** placements by **4** from 53 to {{ known }}',
      'from 53 to 59 is a rise of 6, and the text says a fall of 4',
    ],
    [
      'satisfaction fell by 3 percentage points from 82% to 78%',
      'from 82% to 78% is a fall of 4 percentage points, and the text says a fall of 3 percentage points',
    ],
  ])('is noticed in %j', (text, message) => expect(messages(text)).toEqual([message]));

  test('marks the words in the file', () => {
    expect(check('We are reducing *average* placements by 4 from the current 53 to 59.')[0]?.[1]).toBe(
      'reducing *average* placements by 4 from the current 53 to 59',
    );
  });

  test.each([
    'reducing average placements by 4 from the current 53 to 49',
    'an increase from £1.2 million to £1.5 million by £0.3 million',
    'rose by 0.4 from 1.2 to 1.55',
    'grew by 33% from 1,200 to 1,600',
    'fell by 4 percentage points from 82% to 78%',
    'fell by 4 from 82% to 78%',
    'the plan was extended from 2018 to 2021 by 4 members',
    'reduce the list by 4 from March to July',
    'increase from £3 to £5 million by 2021',
    'to rise from 5 to 9 by 2020',
    'from {{ unknown }} to 5, rising by 9 from 1 to {{ unknown }}',
    'reduced from 12 to 8. Visits went up by 9',
  ])('is left alone in %j', (text) => expect(messages(text)).toEqual([]));
});

describe('a number of things before a list', () => {
  const bullets = '\n\n* a\n* b\n* c\n* d\n';

  test.each([
    ['Funding comes from three main sources:', 'the text says “three main sources”, and the list has 4'],
    ['The five aims are:', 'the text says “five aims”, and the list has 4'],
    ['The five aims in scope:', 'the text says “five aims”, and the list has 4'],
    ['Five sessions:', 'the text says “Five sessions”, and the list has 4'],
    ['The plan has 6 objectives as follows:', 'the text says “6 objectives”, and the list has 4'],
  ])('is noticed in %j', (text, message) => expect(messages(text + bullets)).toEqual([message]));

  test.each([
    'Funding comes from four main sources:',
    'There are several sources:',
    'Over the next three years:',
    'In the last 12 months:',
    'At least three sources:',
    'Phase 2 schemes:',
    'The Phase Two schemes:',
    'Of the 24 schools:  some are listed',
    'We spent £3 on sweets:',
    'The three main sources are explained below. They include:',
    'It costs 3.5 posts:',
  ])('is left alone in %j', (text) => expect(messages(text + bullets)).toEqual([]));

  test('counts on over a paragraph where the list goes on with its numbers', () => {
    expect(messages('There are three steps:\n\n1. a\n2. b\n\nThen wait.\n\n3. c\n')).toEqual([]);
    expect(messages('There are four steps:\n\n1. a\n2. b\n\nThen wait.\n\n3. c\n')).toHaveLength(1);
  });

  test('marks the number', () => {
    expect(check(`It comes from **three** main sources:${bullets}`)[0]?.[1]).toContain('three');
  });
});

describe('a percentage beside its figures', () => {
  test.each([
    ['we helped 15 of 24 people (65%)', '15 of 24 is 62.5%, and the text says 65%'],
    ['1,200 out of 4,800 homes (20 per cent)', '1,200 of 4,800 is 25%, and the text says 20%'],
    ['about 65% of cases (15 of 24)', '15 of 24 is 62.5%, and the text says 65%'],
    ['33.5% (24 out of the 71 homes)', '24 of 71 is 33.8%, and the text says 33.5%'],
  ])('is noticed in %j', (text, message) => expect(messages(text)).toEqual([message]));

  test.each([
    'we helped 15 of 24 people (62.5%)',
    '15 of 24 (63%)',
    '15 of 24 (62%)',
    '1 of 3 (33%)',
    '30 of 24 people (65%)',
    'item 3 of 5 (10% discount)',
    '62.5% of cases (15 of 24)',
    '10% discount (item 3 of 5)',
    'between 20-65% of cases (15 of 24)',
    '£3m of 24 people (12%)',
  ])('is left alone in %j', (text) => expect(messages(text)).toEqual([]));
});

describe('an amount among millions', () => {
  test.each([
    [
      '13/14 £85m, 14/15 £86.7m and 16/17 £90.2',
      '“£90.2” stands among millions and is a few pounds as it is typed',
    ],
    [
      'a cost of £1.825 to deliver, and £2.5m later',
      '“£1.825” stands among millions and is a few pounds as it is typed',
    ],
    ['£2.10m, £1.47 and £3.20m', '“£1.47” stands among millions and is a few pounds as it is typed'],
  ])('is noticed in %j', (text, message) => expect(messages(text)).toEqual([message]));

  test.each([
    'from £1.5 to £2.5 million',
    'between £25-30m and £1.2–1.4m',
    'a charge of £1.47 brings in £2m',
    'a charge of £1.4 per hour brings in £2m',
    'it costs £12.50 and £1.25 million',
    'it costs £85.5',
  ])('is left alone in %j', (text) => expect(messages(text)).toEqual([]));
});

describe('a fact that several papers state', () => {
  test('is noticed where one of them differs, and the odd one out is named', () => {
    expect(
      check(
        'The target is [£2.914m]{fact=people-savings}.',
        'A target of [£5.485m]{fact=people-savings}.\n\n* Again [£5.485m]{fact=people-savings}.',
      ),
    ).toEqual([
      ['“people-savings” is £2.914m here, and £5.485m in “Paper 2”', '[£2.914m]{fact=people-savings}'],
    ]);
  });

  test.each([
    ['[18 October 2018]{fact=live}', '[1 October 2018]{fact=live}'],
    ['[Five]{fact=sessions}', '[6]{fact=sessions}'],
    ['[£5.485m]{fact=x}', '[£5.4m]{fact=x}'],
    ['[12%]{fact=x}', '[12]{fact=x}'],
    ['[{{ known }}]{fact=x}', '[60]{fact=x}'],
  ])('is noticed as %j and %j', (a, b) => expect(messages(a, b)).toHaveLength(1));

  test.each([
    ['[£5.485m]{fact=x}', '[£5.5 million]{fact=x}'],
    ['[£5,485,000]{fact=x}', 'about [£5.5m]{fact=x}'],
    ['[Five]{fact=x}', '**[5]{fact=x}**'],
    ['[1 October 2018]{fact=x}', '[1  October 2018]{fact=x}'],
    ['[£5.485m]{fact=x}', '[£2.914m]{fact=x because="two services only"}'],
    ['[£5.485m]{fact=x}', '[£2.914m]{fact=y}'],
    ['[{{ unknown }}]{fact=x}', '[60]{fact=x}'],
  ])('is left alone as %j and %j', (a, b) => expect(messages(a, b)).toEqual([]));
});

test('every rule has its own id', () => {
  const ids = rules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});
