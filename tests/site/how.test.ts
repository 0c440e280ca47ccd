/** The list under a table that says how its figures are made. */
import { describe, expect, it } from 'vitest';
import type { FigureProvenance, TableProvenance } from '../../src/model/provenance.js';
import { nothing, raw } from '../../src/site/html/html.js';
import { renderHow } from '../../src/site/html/how.js';
import { table1 } from './fixture.js';

const place = { file: 'content/a.md', start: 0, end: 1 };
const labels = ['2019/20 settlement', '2020/21 forecast', '2021/22 forecast'];

function figure(
  row: number,
  column: number,
  words: string,
  workings: string,
  result: string,
  more: Partial<FigureProvenance> = {},
): FigureProvenance {
  return {
    row,
    column,
    rowLabel: row === 3 ? 'Total resources' : `Row ${String(row)}`,
    columnLabel: labels[column - 1] ?? '',
    text: result,
    origin: 'checked',
    place,
    formula: { text: words, words, workings, result, place },
    from: [],
    ...more,
  };
}

const render = (figures: readonly FigureProvenance[], more = nothing): string =>
  renderHow(table1, { figures } satisfies TableProvenance, 'resources', more).markup.replace(/\s+/g, ' ');

describe('how the figures of a table are made', () => {
  const sums = [
    figure(3, 1, 'the sum of the figures above', '9.533 + 108.228', '117.761'),
    figure(3, 2, 'the sum of the figures above', '5.567 − 0.500', '5.067'),
  ];

  it('says a formula that serves the whole row once, and each column with its figures', () => {
    const markup = render(sums, raw('<p>more</p>'));
    expect(markup).toContain('<summary>How the figures of table 1 are made</summary>');
    expect(markup).toContain(
      '<div id="resources_how_row-4"> <dt>Total resources <span class="calc">The sum of the figures above</span></dt>',
    );
    expect(markup).toContain('<dd>2019/20 settlement: 9.533 + 108.228 = 117.761</dd>');
    expect(markup).toContain('<p>more</p>');
  });

  it('reads minus signs aloud', () => {
    expect(render(sums)).toContain(
      '<span class="vh">2020/21 forecast: 5.567 minus 0.500 equals 5.067</span>',
    );
  });

  it('goes by column where one formula makes the column', () => {
    const markup = render([
      figure(0, 1, 'a − b', '3 − 1', '2'),
      figure(1, 1, 'a − b', '5 − 1', '4'),
      figure(0, 2, 'a + b', '3 + 1', '4'),
    ]);
    expect(markup).toContain('<dt>2019/20 settlement <span class="calc">A − b</span></dt>');
    expect(markup).toContain('Row 1: 5 − 1 = 4');
    expect(markup).toContain(
      '<dt>Row 0 <span class="calc">A + b</span></dt> <dd>2020/21 forecast: 3 + 1 = 4</dd>',
    );
  });

  it('says what is printed where that differs, and that figures are rounded', () => {
    const [first] = sums;
    if (first?.formula === undefined) throw new Error('no formula');
    const markup = render([
      {
        ...first,
        text: '117.8',
        origin: 'differs',
        reason: 'As published',
        formula: { ...first.formula, rounded: true },
      },
    ]);
    expect(markup).toContain('= 117.761; printed as 117.8: As published');
    expect(markup).toContain('Figures are shown rounded and worked out in full.');
  });

  it('stays short for a very long table', () => {
    const many = Array.from({ length: 100 }, (_, i) => figure(i, 1, `formula ${String(i)}`, '1 + 1', '2'));
    const markup = render(many);
    expect(markup.match(/<dd>/g)).toHaveLength(60);
    expect(markup).toContain('40 more figures');
  });

  it('is not there where all figures were typed', () => {
    expect(render([{ ...figure(0, 1, '', '', '1'), formula: undefined }])).toBe('');
  });

  it('escapes the words of authors', () => {
    expect(render([figure(0, 1, '<b>', '1 + 1', '2', { rowLabel: 'A & <i>' })])).toContain(
      'A &amp; &lt;i&gt;',
    );
  });
});
