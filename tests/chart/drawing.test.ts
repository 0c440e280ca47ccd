/** What every drawing of a chart must be: finite, inside its box, legible in one colour of ink, the same each time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart, type Medium } from '../../src/chart/draw.js';
import { chartKey } from '../../src/chart/key.js';
import { sparkline } from '../../src/chart/sparkline.js';
import { toSvg } from '../../src/chart/svg.js';
import { chartTypes, type ChartData } from '../../src/model/chart.js';
import type { DrawOp, Drawing } from '../../src/model/drawing.js';
import type { TextMeasure } from '../../src/model/measure.js';

/** Half an em a character: near the average of the pack's sans face. */
const measure: TextMeasure = {
  width: (text, size, weight) => text.length * size * (weight === 600 ? 0.52 : 0.5),
};

const sizes: readonly (readonly [number, Medium])[] = [
  [776, 'screen'],
  [328, 'screen'],
  [431, 'page'],
  [475, 'page'],
];

function series(label: string, values: readonly (number | undefined)[]): ChartData['series'][number] {
  return {
    label,
    values,
    labels: values.map((v) => (v === undefined ? '–' : v.toFixed(1).replace('-', '\u2212'))),
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function textBoxes(drawing: Drawing): readonly (Box & { readonly text: string })[] {
  return drawing.ops.flatMap((op) => {
    if (op.kind !== 'text') return [];
    const wide = measure.width(op.text, op.size, op.weight);
    const left = op.anchor === 'start' ? op.x : op.anchor === 'end' ? op.x - wide : op.x - wide / 2;
    return [
      { text: op.text, left, right: left + wide, top: op.y - op.size * 0.7, bottom: op.y + op.size * 0.15 },
    ];
  });
}

function overlaps(drawing: Drawing): readonly string[] {
  const boxes = textBoxes(drawing);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      )
      .map((b) => `${a.text} over ${b.text}`),
  );
}

function numbersOf(op: DrawOp): readonly number[] {
  if (op.kind === 'text') return [op.x, op.y, op.size];
  return [...op.path.flatMap((command) => command.slice(1) as number[]), op.stroke?.width ?? 0];
}

const words = fc.stringMatching(/^[A-Z][a-z]{1,9}( [a-z]{2,10}){0,3}$/);
const figure = fc.oneof(
  fc.constant(undefined),
  fc.constant(0),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double({ min: -1e-4, max: 1e-4, noNaN: true }),
);
const anyData: fc.Arbitrary<ChartData> = fc
  .record({
    type: fc.constantFrom(...chartTypes),
    categories: fc.array(words, { minLength: 1, maxLength: 14 }),
    count: fc.integer({ min: 1, max: 4 }),
    target: fc.option(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { nil: undefined }),
  })
  .chain(({ type, categories, count, target }) =>
    fc
      .array(fc.array(figure, { minLength: categories.length, maxLength: categories.length }), {
        minLength: count,
        maxLength: count,
      })
      .map((rows) => ({
        type,
        categories,
        series: rows.map((values, i) => series(`Series ${i}`, values)),
        ...(target === undefined ? {} : { target: { label: 'Target', value: target } }),
      })),
  );

describe('a chart of any data', () => {
  it('has finite numbers in every op and keeps its width', () => {
    fc.assert(
      fc.property(anyData, fc.constantFrom(...sizes), (data, [width, medium]) => {
        const drawing = drawChart(data, width, measure, medium);
        expect(drawing.width).toBe(width);
        expect(drawing.height).toBeGreaterThan(0);
        expect(Number.isFinite(drawing.height)).toBe(true);
        expect(drawing.ops.flatMap(numbersOf).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('prints no label over another', () => {
    fc.assert(
      fc.property(anyData, fc.constantFrom(...sizes), (data, [width, medium]) => {
        expect(overlaps(drawChart(data, width, measure, medium))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is drawn the same twice', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const draw = (): string => JSON.stringify(drawChart(data, 776, measure, 'screen'));
        expect(draw()).toBe(draw());
      }),
      { numRuns: 20 },
    );
  });

  it('survives figures as large as a number can usefully be', () => {
    for (const type of chartTypes) {
      const data: ChartData = {
        type,
        categories: ['A', 'B', 'C'],
        series: [{ label: 's', values: [1e15, 1e-9, 1e15], labels: ['1', '2', '3'] }],
      };
      expect(drawChart(data, 776, measure, 'screen').ops.flatMap(numbersOf).every(Number.isFinite)).toBe(
        true,
      );
    }
  });
});

const gap: ChartData = {
  type: 'bar',
  categories: ['2019/20', '2020/21', '2021/22'],
  series: [series('January', [4.8, 7.4, 11.8]), series('November', [1.4, 7.2, 11.8])],
};

describe('bars', () => {
  it('carry their figures, with no value axis', () => {
    const texts = drawChart(gap, 776, measure, 'screen').ops.flatMap((op) =>
      op.kind === 'text' ? [op.text] : [],
    );
    expect([...texts].sort()).toEqual([
      '1.4',
      '11.8',
      '11.8',
      '2019/20',
      '2020/21',
      '2021/22',
      '4.8',
      '7.2',
      '7.4',
    ]);
  });

  it('use text of 15 pixels on the site and 10 points in packs', () => {
    for (const [width, medium] of sizes) {
      const texts = drawChart(gap, width, measure, medium).ops.filter((op) => op.kind === 'text');
      expect(new Set(texts.map((op) => op.size))).toEqual(new Set([medium === 'screen' ? 15 : 10]));
    }
  });

  it('below zero hang from the base line and take the hatch', () => {
    const data: ChartData = { type: 'bar', categories: ['A', 'B'], series: [series('s', [2, -1])] };
    const fills = drawChart(data, 776, measure, 'screen').ops.flatMap((op) =>
      op.kind === 'path' && op.fill ? [op] : [],
    );
    expect(fills.map((op) => op.fill?.kind)).toEqual(['solid', 'pattern']);
    const tops = fills.map((op) => Math.min(...op.path.flatMap((c) => (c[0] === 'Z' ? [] : [c[2]]))));
    const bottoms = fills.map((op) => Math.max(...op.path.flatMap((c) => (c[0] === 'Z' ? [] : [c[2]]))));
    expect(tops[1]).toBeCloseTo(bottoms[0]!, 5);
  });

  it('are as high as their figures say', () => {
    const data: ChartData = { type: 'bar', categories: ['A', 'B'], series: [series('s', [2, 1])] };
    const heights = drawChart(data, 776, measure, 'screen').ops.flatMap((op) => {
      if (op.kind !== 'path' || !op.fill) return [];
      const ys = op.path.flatMap((c) => (c[0] === 'Z' ? [] : [c[2]]));
      return [Math.max(...ys) - Math.min(...ys)];
    });
    expect(heights[0]! / heights[1]!).toBeCloseTo(2, 2);
  });
});

describe('one colour of ink', () => {
  it.each(chartTypes.filter((type) => type !== 'doughnut' && type !== 'bridge'))(
    'tells four series of a %s chart apart by pattern, dash or mark',
    (type) => {
      const data: ChartData = {
        type,
        categories: ['A', 'B'],
        series: [1, 2, 3, 4].map((n) => series(`s${n}`, [n, n])),
      };
      const looks = chartKey(data).map(({ swatch }) =>
        JSON.stringify(
          swatch.ops.map((op) =>
            op.kind === 'path'
              ? [
                  op.fill?.kind === 'pattern' ? op.fill.pattern : 'plain',
                  op.stroke?.dash ?? [],
                  type === 'line' ? op.path.length : 0,
                ]
              : [],
          ),
        ),
      );
      expect(looks).toHaveLength(4);
      expect(new Set(looks).size).toBe(4);
    },
  );

  it('tells what adds from what takes away in a bridge', () => {
    const data: ChartData = {
      type: 'bridge',
      categories: ['Open', 'Up', 'Down', 'Close'],
      series: [series('s', [1, 2, -1, 2])],
    };
    expect(chartKey(data).map((entry) => entry.label)).toEqual([
      'Opening and closing figures',
      'Adds',
      'Takes away',
    ]);
    const bars = drawChart(data, 431, measure, 'page').ops.flatMap((op) =>
      op.kind === 'path' && op.fill ? [JSON.stringify(op.fill)] : [],
    );
    expect(new Set(bars).size).toBe(3);
    expect(bars[0]).toBe(bars[3]);
  });
});

describe('SVG', () => {
  const svg = toSvg(drawChart(gap, 328, measure, 'screen'), {
    id: 'figure-1',
    className: 'chart--narrow',
    titleId: 't',
    descId: 'd',
  });

  it('is an image with a name and a description, real text and colours of the scheme', () => {
    expect(svg).toContain('role="img" aria-labelledby="t" aria-describedby="d"');
    expect(svg).toContain('>2019/20</text>');
    expect(svg).toContain('fill="var(--accent, #0a4d64)"');
    expect(svg).toContain('<pattern id="figure-1-hatch-c2-c2-line"');
    expect(svg).toContain('fill="url(#figure-1-hatch-c2-c2-line)"');
  });

  it('writes two decimals at most and no exponent', () => {
    expect(svg).not.toMatch(/\d\.\d{3,}|\de[+-]?\d/);
    expect(svg).toMatchSnapshot();
  });

  it('escapes the words of authors', () => {
    const data: ChartData = {
      type: 'bar',
      categories: ['<script>"&'],
      series: [{ label: 's', values: [1], labels: ['<b>'] }],
    };
    const text = toSvg(drawChart(data, 776, measure, 'screen'), {
      id: 'i',
      className: 'c',
      titleId: 't',
      descId: 'd',
    });
    expect(text).toContain('&lt;script&gt;&quot;&amp;');
    expect(text).not.toContain('<script');
  });

  it('is made without a document', () => {
    expect('document' in globalThis || 'window' in globalThis).toBe(false);
  });
});

describe('sparklines', () => {
  it('stay inside their box, whatever the figures', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 12 }), (values) => {
        const { ops } = sparkline(values, 60, 18);
        for (const op of ops) {
          const points =
            op.kind === 'path' ? op.path.flatMap((c) => (c[0] === 'Z' ? [] : [c.slice(1) as number[]])) : [];
          for (const point of points) {
            point.forEach((n, i) => {
              expect(n).toBeGreaterThanOrEqual(-0.001);
              expect(n).toBeLessThanOrEqual(i % 2 === 0 ? 60.001 : 18.001);
            });
          }
        }
      }),
    );
  });

  it('break where a figure is missing and mark the last one', () => {
    const [line, mark] = sparkline([1, 2, undefined, 3, 4], 60, 18).ops;
    expect(line?.kind === 'path' && line.path.map((c) => c[0]).join('')).toBe('MLML');
    expect(mark?.kind === 'path' && mark.fill).toEqual({ kind: 'solid', colour: 'ink' });
  });
});
