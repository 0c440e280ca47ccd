import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlyQuotes } from '../../src/resolve/typography.js';

describe('quotation marks', () => {
  it.each([
    ["the Council's budget", 'the Council’s budget'],
    ["councils' own", 'councils’ own'],
    ['the "growth dividend" of', 'the “growth dividend” of'],
    ['("quoted")', '(“quoted”)'],
    ['\'single\' and "double"', '‘single’ and “double”'],
    ['"\'Both\' at once"', '“‘Both’ at once”'],
    ["the '90s", 'the ’90s'],
  ])('%s', (typed, printed) => {
    expect(curlyQuotes(typed, '')).toBe(printed);
  });

  it('close when the text goes on from other text', () => {
    expect(curlyQuotes("'s budget", 'l')).toBe('’s budget');
    expect(curlyQuotes('" he', 'd')).toBe('” he');
  });

  it('never change anything else, nor the length', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', ' ', 'a'), (text, before) => {
        const printed = curlyQuotes(text, before);
        expect(printed).toHaveLength(text.length);
        expect(printed.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')).toBe(
          text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
        );
      }),
    );
  });
});
