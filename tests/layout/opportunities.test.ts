import LineBreaker from 'linebreak';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { isGlued } from '../../src/layout/inline/glue.js';
import { eachOpportunity } from '../../src/layout/inline/opportunities.js';

/** Where lines may end, by the algorithm for the whole text. */
function byAlgorithm(text: string): readonly string[] {
  const places: string[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    places.push(`${next.position}${next.required && text.charAt(next.position - 1) === '\n' ? '!' : ''}`);
  return places;
}

function byShortWay(text: string): readonly string[] {
  const places: string[] = [];
  eachOpportunity(text, (at, required) => places.push(`${at}${required ? '!' : ''}`));
  return places;
}

test.each([
  'The Council agreed, on 30 January 2019, a budget of £183.883 million (net): see paragraph 2.4.',
  `“Who pays?” asked the Leader's deputy; 'nobody', said the officer – or so (it seems).`,
  'well-kept and/or co-operative 1–2 3 % a.b.c x:y 10:30 ( spaced ) [bracket] {brace} …',
  'one\ntwo  three\u00a0four\u200bfive\u2060six – seven — eight',
  '(a) " b (c) \' (d) . e ; (f',
  '',
])('the short way and the algorithm agree about “%s”', (text) => {
  expect(byShortWay(text)).toEqual(byAlgorithm(text));
});

test('the short way and the algorithm agree about any text', () => {
  const character = fc.constantFrom(
    ...Array.from(`abZ09    .,;:'"’‘“”()[]{}-–—/£$%&*!?…\u00a0\u2060\u200b\n·é漢☐½#@+=<>|\\~^_\t\u0301`),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 30 }), (letters) => {
      const text = letters.join('');
      expect(byShortWay(text)).toEqual(byAlgorithm(text));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['£4.2 million', '£4.2_million'],
  ['12 per cent of it', '12_per_cent of it'],
  ['12 percent of it', '12 percent of it'],
  ['as per cent', 'as per cent'],
  ['3.5 FTE and 12 m² of 5 millions', '3.5_FTE and 12_m² of 5 millions'],
  ['on 30 January 2019 at 10 am', 'on 30_January_2019 at 10_am'],
  ['from January 2019 to May 20190', 'from January_2019 to May 20190'],
  ['route 130 January', 'route 130 January'],
  ['under Section 151 and section a, sub-section (3)', 'under Section_151 and section a, sub-section_(3)'],
  ['Part A, part of Part II', 'Part_A, part of Part_II'],
  ['see pp. 4 and p. 5, No. 6, no 7', 'see pp._4 and p._5, No._6, no_7'],
  ['Councillor Lowry, Dr. Smith, the councillor said', 'Councillor_Lowry, Dr._Smith, the councillor said'],
  ['stable 3 and Table 3', 'stable 3 and Table_3'],
  ['1Table 3, section. 4', '1Table 3, section. 4'],
  [' ', ' '],
])('no line ends within “%s”', (text, expected) => {
  const shown = Array.from(text, (c, at) => (c === ' ' && isGlued(text, at) ? '_' : c)).join('');
  expect(shown).toBe(expected);
});
