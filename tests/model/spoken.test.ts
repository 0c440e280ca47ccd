/** Words to hear in place of a figure leave what stands beside the figure alone. */
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/model/inline.js';
import { withSpoken } from '../../src/model/spoken.js';
import type { PageContext } from '../../src/site/html/context.js';
import { renderInlines } from '../../src/site/html/inline.js';

const mark: Inline = { kind: 'note-mark', note: 'a', number: 1 };
const figure = (text: string, spoken: string): Inline => ({ kind: 'figure', text, spoken, formula: '' });

describe('a figure with words to hear', () => {
  test('keeps the mark of a note out of what is replaced', () => {
    const content = [{ kind: 'text', text: '−1.5' } as const, mark];
    expect(withSpoken(content, 'minus 1.5')).toEqual([figure('−1.5', 'minus 1.5'), mark]);
    expect(withSpoken(content, undefined)).toBe(content);
  });

  test('is read as one piece where it is printed in several', () => {
    const content: readonly Inline[] = [
      { kind: 'strong', content: [{ kind: 'text', text: '−5 ' }, mark] },
      { kind: 'abbreviation', text: 'FTE', expansion: 'full-time equivalents' },
    ];
    expect(withSpoken(content, 'minus 5 full-time equivalents')).toEqual([
      { kind: 'strong', content: [figure('−5 FTE', 'minus 5 full-time equivalents'), mark] },
    ]);
  });

  test('puts no link where assistive technology cannot find it', () => {
    const context = { anchored: true, noteMarks: new Map<number, number>() } as unknown as PageContext;
    const { markup } = renderInlines(
      withSpoken([{ kind: 'text', text: '−1.5' }, mark], 'minus 1.5'),
      context,
    );
    const hidden = /<span aria-hidden="true">(.*?)<\/span><span class="vh">/s.exec(markup)?.[1];
    expect(hidden).toContain('−1.5');
    expect(hidden).not.toContain('<a');
    expect(markup).toContain('aria-label="Note 1"');
  });
});
