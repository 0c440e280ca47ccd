import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fontKeys } from '../../src/type/fonts.js';
import { loadFonts } from '../../src/type/load.js';
import { makeTextMeasure } from '../../src/type/measure.js';
import { makeWordShapers } from '../../src/type/shape-word.js';

const fonts = loadFonts();
const openFont = (path: string) =>
  fontkit.create(readFileSync(createRequire(import.meta.url).resolve(path))) as fontkit.Font;
const sans = openFont('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const serif = openFont('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf');

const sample =
  `The Council's effect on offices, affinity and "fjord" flows: AVATAR Today Type Wales Llanfair ŵyl tŷ ` +
  `£4.2m £183.883 −0.822 2019/20 12.5% (1.544) [a–b] e.g. co-operative; naïve façade Čapek “Te” ‘Vo’ 1/2 ½ ` +
  `11,807 To-day's P.A. L’Y r.f. f) fi ffi ffl fb fh fk ft tt`;

test.each([
  ['sans', sans],
  ['serif', serif],
] as const)('the pair shaper agrees with full shaping in the %s face', (_, font) => {
  for (const shaper of Object.values(makeWordShapers(font))) {
    for (const word of sample.split(' ')) {
      const byPairs = shaper.word(word);
      const full = shaper.full(word);
      expect({ ...byPairs, width: byPairs.width.toFixed(6) }).toEqual({
        ...full,
        width: full.width.toFixed(6),
      });
    }
  }
});

test('the pair shaper agrees with full shaping for words nobody planned for', () => {
  const shaper = makeWordShapers(sans).proportional;
  const letter = fc.constantFrom(
    ...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHTVWY0123456789£%.,-–−’()/âêîôûŵŷ'),
  );
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 9 }), (letters) => {
      const word = letters.join('');
      expect(shaper.word(word).glyphs).toEqual(shaper.full(word).glyphs);
      expect(shaper.word(word).width).toBeCloseTo(shaper.full(word).width, 6);
    }),
    { numRuns: 400 },
  );
});

test('pairs looked up in the tables of a font are as wide as fontkit lays them out', () => {
  const characters = Array.from('abfjlryAFTVWY0147.,-’)£é');
  for (const key of fontKeys) {
    const shapers = makeWordShapers(fontkit.create(Buffer.from(fonts.bytes(key))) as fontkit.Font);
    for (const left of characters) {
      for (const right of characters) {
        for (const shaper of [shapers.tabular, shapers.proportional]) {
          const width = shaper.width(left + right, 0, 2) ?? shaper.word(left + right).width;
          expect(width, left + right).toBeCloseTo(shaper.full(left + right).width, 6);
        }
      }
    }
  }
});

test('the width of a part of a text is that of its words and spaces', () => {
  const text = 'of Type Ŵ漢 fjord £4.2m';
  for (let from = 0; from < text.length; from++) {
    for (let to = from; to <= text.length; to++) {
      const { width } = fonts.shape('serif', text.slice(from, to), 'proportional');
      expect(fonts.width('serif', text, 1000, 'proportional', from, to)).toBeCloseTo(width, 6);
    }
  }
});

test('every face has tabular figures of one width, and proportional ones on request', () => {
  for (const key of fontKeys) {
    const widths = Array.from('0123456789').map((figure) => fonts.width(key, figure, 1000, 'tabular'));
    // The italic's zero is one unit narrower than its other figures.
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    expect(fonts.width(key, '1', 1000, 'proportional')).toBeLessThan(widths[1] ?? 0);
  }
});

test('the minus sign of the sans face is as wide as a figure', () => {
  expect(fonts.width('sans', '−', 10, 'tabular')).toBeCloseTo(fonts.width('sans', '0', 10, 'tabular'), 6);
});

test('a ligature is one glyph that stands for all its letters', () => {
  const shaped = fonts.shape('sans', 'office', 'proportional');
  expect(shaped.characters.join('')).toBe('office');
  expect(shaped.glyphs).toHaveLength(shaped.advances.length);
  expect(shaped.widths).toHaveLength(shaped.advances.length);
});

test('a text is as wide as the words and spaces it consists of', () => {
  const text = 'Total  budget gap ';
  const shaped = fonts.shape('sans', text, 'tabular');
  expect(shaped.characters.join('')).toBe(text);
  expect((shaped.width * 12) / 1000).toBeCloseTo(fonts.width('sans', text, 12, 'tabular'), 9);
});

test('letters of Welsh, currency, ballot boxes and arrows are there', () => {
  for (const key of fontKeys) expect(fonts.missing(key, 'ŵŷŴŶ £ € – − ½ “ ” … ☐ ✓ → ≤ ≥')).toEqual([]);
});

test('a character that the face lacks comes from a relative, and one that none has is reported once', () => {
  for (const key of fontKeys) {
    const text = 'Vote ☐ yes ✓ 漢 漢';
    expect(fonts.missing(key, text)).toEqual(['漢']);
    const runs = fonts.runs(key, text);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    for (const run of runs) {
      expect(fonts.shape(run.font, run.text, 'tabular').missing).toEqual(
        run.text.includes('漢') ? ['漢'] : [],
      );
    }
  }
});

test('nothing is as wide as nothing', () => {
  expect(fonts.shape('sans', '', 'tabular').glyphs).toEqual([]);
  expect(fonts.width('serif', '', 12, 'tabular')).toBe(0);
});

test('charts measure with the faces of the packs', () => {
  const measure = makeTextMeasure(fonts);
  expect(measure.width('4.778', 10.5, 600)).toBe(fonts.width('sans-bold', '4.778', 10.5, 'tabular'));
  expect(measure.width('4.778', 10.5, 400)).toBe(fonts.width('sans', '4.778', 10.5, 'tabular'));
});

test('the font files are whole TrueType files', () => {
  for (const key of fontKeys) expect([...fonts.bytes(key).subarray(0, 4)]).toEqual([0, 1, 0, 0]);
});

test('a sink is handed the glyphs of the text as shaping lists them, whether by pairs or in full', () => {
  const texts = ['', ' ', ...sample.split(' '), sample, 'a  b', 'e\u0301 \u2003x', 'Ω and 😀'];
  for (const key of ['sans', 'serif-bold'] as const) {
    for (const figures of ['proportional', 'tabular'] as const) {
      for (const text of texts) {
        let handed: unknown[] = [];
        fonts.glyphs(key, text, figures, {
          glyph: (...glyph) => handed.push(glyph),
          restart: () => (handed = []),
        });
        const { glyphs, widths, advances, characters } = fonts.shape(key, text, figures);
        expect(handed).toEqual(glyphs.map((glyph, i) => [glyph, widths[i], advances[i], characters[i]]));
      }
    }
  }
});
