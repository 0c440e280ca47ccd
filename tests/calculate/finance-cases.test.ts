/** Finance where there is no answer, more than one, or a rate below nothing; further published figures; council tax. */
import fc from 'fast-check';
import { irr, npv, PaymentDueTime, pmt, pv } from 'financial';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { evaluateText, paper, run, world } from './support.js';

const flowTable = (flows: readonly (number | string)[]): string =>
  `| Year | ${flows.map((_, i) => `Y${i}`).join(' | ')} |\n|---|${flows.map(() => '---:').join('|')}|\n| Net | ${flows.join(' | ')} |\n: Flows {#flows}`;
const figure = (source: string, flows: readonly (number | string)[] = [0], digits = 6): number => {
  const { text, messages } = evaluateText(`TEXT(ROUND(${source}, ${digits}), "0.${'0'.repeat(digits)}")`, [
    flowTable(flows),
  ]);
  expect(messages).toEqual([]);
  return Number((text ?? '').replace('\u2212', '-'));
};
const said = (source: string, flows: readonly (number | string)[]): readonly string[] =>
  evaluateText(source, [flowTable(flows)]).messages;
const years = (n: number, flow: number): readonly number[] => Array.from({ length: n }, () => flow);

describe('a rate of return', () => {
  test.each([[[0, 0, 0]], [[100, 20]], [[-100, -20]], [[-100]], [[1, -3, 2.5]], [['', '', '']]])(
    'of %j there is none',
    (flows) => {
      expect(said('IRR(flows[Net, *])', flows)).toEqual([
        '“flows” of IRR has no rate of return: no rate makes it worth nothing',
      ]);
    },
  );

  test('of flows that change their sign twice is the nearest to 10%, with a warning that names all', () => {
    // (1 + r) is 1.1 or 1.2, and 1.05, 1.25 or 1.6.
    const two = [-100, 230, -132];
    expect(evaluateText('IRR(flows[Net, *])', [flowTable(two)])).toMatchObject({
      text: '10%',
      messages: ['“flows” of IRR has 2 rates of return, 10.0% and 20.0%'],
    });
    const three = [-1000, 3900, -4992.5, 2100];
    expect(said('IRR(flows[Net, *])', three)).toEqual([
      '“flows” of IRR has 3 rates of return, 5.0%, 25.0% and 60.0%',
    ]);
  });

  test.each([
    [[-100, 110], 10],
    [[-100, 0, 121], 10],
    [[-100, 50], -50],
    [[-100, 100], 0],
    [[100, -110], 10],
    [[0, -100, 110], 10],
    [[-100, '', 121], 10],
    [[-1, 1001], 100_000],
  ])('of %j is %f %%', (flows, rate) => {
    expect(figure('IRR(flows[Net, *]) * 1', flows, 4)).toBeCloseTo(rate, 3);
  });

  test('makes the present value nothing, whatever the flows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 15 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 15 }),
        (costs, benefits) => {
          const flows = [...costs.map((c) => -c), ...benefits];
          const table = [flowTable(flows)];
          fc.pre(evaluateText('IRR(flows[Net, *])', table).messages.length === 0);
          expect(figure('NPSV(IRR(flows[Net, *]), flows[Net, *])', flows)).toBe(0);
          const theirs = irr(flows);
          if (Number.isFinite(theirs) && theirs > -0.9 && theirs < 5)
            expect(figure('IRR(flows[Net, *])', flows)).toBeCloseTo(theirs * 100, 3);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('payback', () => {
  test.each([
    [[-100, 50, 50], '2'],
    [[-100, 50, 100], '1.5'],
    [[-100, 50, 49.99], 'Never'],
    [[-100], 'Never'],
    [[0, 0, 0], '0'],
    [[100, 5], '0'],
    // The years before the first cost are not paid back, and count.
    [[0, -100, 50, 50], '3'],
    [[20, -120, 50, 100], '2.5'],
    // Only the first time counts: a later cost comes after payback.
    [[-100, 100, -50], '1'],
    [['', -100, '', 100], '3'],
  ])('of %j is %s', (flows, text) => {
    expect(evaluateText('PAYBACK(flows[Net, *])', [flowTable(flows)])).toMatchObject({ text, messages: [] });
  });

  test('after discounting comes later, or never', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 20, max: 200 }), (cost, gain) => {
        const table = [flowTable([-cost, ...years(12, gain)])];
        const simple = evaluateText('PAYBACK(flows[Net, *])', table).text ?? '';
        const later = evaluateText('PAYBACK(flows[Net, *], "standard")', table).text ?? '';
        if (later === 'Never') return;
        expect(Number(later)).toBeGreaterThanOrEqual(Number(simple));
      }),
      { numRuns: 40 },
    );
  });
});

describe('present values', () => {
  test('at rates below nothing are those of an independent library', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: -400, max: -1 }),
        (flows, thousandths) => {
          const rate = thousandths / 1000;
          expect(figure(`NPSV(${rate}, flows[Net, *])`, flows)).toBeCloseTo(npv(rate, flows), 4);
          expect(figure(`NPV(${rate}, flows[Net, *])`, flows)).toBeCloseTo(npv(rate, [0, ...flows]), 4);
          expect(figure(`PMT(${rate}, 7, 1000)`)).toBeCloseTo(pmt(rate, 7, 1000), 4);
          expect(figure(`PV(${rate}, 7, 1000)`)).toBeCloseTo(pv(rate, 7, 1000, 0), 3);
        },
      ),
      { numRuns: 40 },
    );
    expect(said('NPSV(-100%, flows[Net, *])', [1, 2])).toEqual([
      '“schedule” of NPSV has to be more than −100%',
    ]);
    expect(said('PMT(-2, 5, 100)', [1])).toEqual(['“rate” of PMT has to be more than −100%']);
  });

  test('pass over empty cells as Excel does in NPV, and keep their years in NPSV', () => {
    expect(figure('NPV(10%, flows[Net, *])', ['', 110])).toBe(100);
    expect(figure('NPV(10%, flows[Net, *])', ['', ''])).toBe(0);
    expect(figure('NPSV(10%, flows[Net, *])', ['', 110])).toBe(100);
    expect(figure('NPSV(10%, flows[Net, *])', ['', '', 121])).toBe(100);
  });

  test('by dates are those by years where the dates are years of 365 days apart', () => {
    const dated =
      '| Year | When {type=date} | Flow |\n|---|---|---:|\n| a | 2021-01-01 | -100 |\n| b | 1 January 2022 | 55 |\n| c | 2023-01-01 | 60.5 |\n: Dated {#dated}';
    expect(evaluateText('XNPV(10%, dated[*, Flow], dated[*, When]) as 6dp', [dated])).toMatchObject({
      text: '0.000000',
      messages: [],
    });
    expect(evaluateText('XNPV(10%, dated[*, Flow], dated[a, When])', [dated]).messages).toEqual([
      '“dates” of XNPV has 1 date, and there are 3 flows',
    ]);
    expect(evaluateText('XNPV(10%, dated[*, Flow], dated[*, Flow])', [dated]).messages).toEqual([
      '“dates” of XNPV has to be a row or column of dates',
    ]);
  });

  test('with a last payment, and with payments at the start, are those of an independent library', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 150 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -5000, max: 5000 }),
        fc.boolean(),
        (thousandths, periods, amount, future, atStart) => {
          const rate = thousandths / 1000;
          const when = atStart ? PaymentDueTime.Begin : PaymentDueTime.End;
          const rest = `${periods}, ${amount}, ${future}, ${atStart ? 1 : 0}`;
          expect(figure(`PMT(${rate}, ${rest})`)).toBeCloseTo(pmt(rate, periods, amount, future, when), 4);
          expect(figure(`PV(${rate}, ${rest})`)).toBeCloseTo(pv(rate, periods, amount, future, when), 2);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('by any dates are the flows over 1 plus the rate to the power of the years of 365 days', () => {
    const flow = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 4000 }));
    fc.assert(
      fc.property(
        fc.array(flow, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: -300, max: 300 }),
        (flows, tenths) => {
          const dateOf = (day: number): string =>
            new Date(Date.UTC(2019, 0, 1 + day)).toISOString().slice(0, 10);
          const rows = flows.map(([amount, day], i) => `| f${i} | ${dateOf(day)} | ${amount} |`).join('\n');
          const dated = `| F | When {type=date} | Flow |\n|---|---|---:|\n${rows}\n: Dated {#dated}`;
          const first = flows[0]?.[1] ?? 0;
          const expected = flows.reduce(
            (sum, [amount, day]) => sum + amount / (1 + tenths / 1000) ** ((day - first) / 365),
            0,
          );
          const { text } = evaluateText(
            `TEXT(XNPV(${tenths / 1000}, dated[*, Flow], dated[*, When]), "0.000000")`,
            [dated],
          );
          expect(Number(text?.replace('\u2212', '-'))).toBeCloseTo(expected, 3);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of a loan without interest are plain sums, and instalments plain shares', () => {
    expect(figure('PMT(0%, 8, 1000)', [0], 2)).toBe(-125);
    expect(figure('PMT(0, 8, 1000, 200)', [0], 2)).toBe(-150);
    expect(figure('PV(0%, 8, 125)', [0], 2)).toBe(-1000);
    expect(said('PMT(0%, 0, 1000)', [1])).toEqual(['“periods” of PMT has to be more than zero']);
  });
});

describe('a long horizon', () => {
  const long = flowTable([-1000, ...years(60, 45)]);
  const warnings = (tables: readonly string[]): readonly (readonly string[])[] => {
    const one = paper('paper', tables);
    return calculate([one], world()).diagnostics.map(({ rule, severity, message }) => [
      rule,
      severity,
      message,
    ]);
  };
  const value = (formula: string, id = 'v'): string =>
    `| A | B |\n|---|---:|\n| x | =${formula} |\n: V {#${id}}`;

  test('asks for the result at the lower rates, anywhere in the paper', () => {
    expect(warnings([long, value('NPSV("standard", flows[Net, *])')])).toEqual([
      [
        'long-appraisal-has-its-rates',
        'warning',
        '“schedule” of NPSV discounts 60 years, and no table of this paper shows the result at the lower rates',
      ],
    ]);
    expect(
      warnings([
        long,
        value('NPSV("standard", flows[Net, *])'),
        value('NPSV("green-book-2026-low-sensitivity", flows[Net, *])', 'w'),
      ]),
    ).toEqual([]);
  });

  test('is not one of 50 years, nor of an edition without the test', () => {
    expect(
      warnings([flowTable([-1000, ...years(50, 45), 0, 0]), value('NPSV("standard", flows[Net, *])')]),
    ).toEqual([]);
    expect(warnings([long, value('NPSV("green-book-2022-standard", flows[Net, *])')])).toEqual([]);
  });

  test('of one rate is told after year 30', () => {
    expect(warnings([long, value('NPSV(3.5%, flows[Net, *])')])[0]?.[2]).toBe(
      '“schedule” of NPSV is one rate for 60 years, and the rates of the Green Book fall after year 30',
    );
    expect(warnings([flowTable([-1000, ...years(30, 45)]), value('NPSV(3.5%, flows[Net, *])')])).toEqual([]);
  });
});

describe('published figures', () => {
  test('of optimism bias by share of capital cost: 30% non-standard and 70% standard building', () => {
    expect(
      figure(
        '(OPTIMISM(30, "non-standard buildings", 0) + OPTIMISM(70, "standard buildings", 0)) - 100',
        [0],
        1,
      ),
    ).toBe(32.1);
    expect(figure('30% * 39 + 70% * 4', [0], 1)).toBe(14.5);
  });
  test('of real and nominal rates and prices', () => {
    expect(figure('((1 + 3.5%) * (1 + 2.5%) - 1) * 100', [0], 4)).toBe(6.0875);
    expect(figure('150000 * (1 + 2.5%) ^ 3', [0], 2)).toBe(161533.59);
  });
  test('of expected risk', () => {
    expect(figure('0.3 * 200000 + 0.1 * 1000000 + 0.6 * 50000', [0], 0 + 1)).toBe(190000);
  });
  test('of a budget monitor and of earned value', () => {
    expect(evaluateText('VARIANCE(£2475000, £2400000) as signed').text).toBe('+£75,000');
    expect(evaluateText('PERCENT(VARIANCE(£2475000, £2400000), £2400000) as signed 1dp').text).toBe('+3.1%');
    expect(figure('360 / 400', [0], 2)).toBe(0.9);
    expect(figure('360 / 420', [0], 6)).toBe(0.857143);
    expect(figure('1200000 / (360 / 420)', [0], 2)).toBe(1400000);
  });
});

describe('council tax by band', () => {
  const ninths = { A: 6, B: 7, C: 8, D: 9, E: 11, F: 13, G: 15, H: 18 };
  const bands = Object.keys(ninths);
  const table = (precepts: readonly (readonly [string, string])[]): string =>
    `| Precept | ${bands.map((b) => `${b} {unit=£}`).join(' | ')} |\n|---|${bands.map(() => '---:').join('|')}|\n` +
    precepts
      .map(
        ([name, d]) =>
          `| ${name} | ${Object.entries(ninths)
            .map(([band, n]) => (band === 'D' ? d : `=ROUND([@D] * ${n} / 9, 2)`))
            .join(' | ')} |\n`,
      )
      .join('') +
    `| **Total** | ${bands.map(() => '=SUM(ABOVE)').join(' | ')} |\n: Council tax {#tax decimals=2}`;

  test.each([
    ['1892.16', '1,261.44 1,471.68 1,681.92 1,892.16 2,312.64 2,733.12 3,153.60 3,784.32'],
    ['1750.55', '1,167.03 1,361.54 1,556.04 1,750.55 2,139.56 2,528.57 2,917.58 3,501.10'],
  ])('from %s at band D is the published one, to the penny', (d, expected) => {
    const { rows, messages } = run(table([['Council', d]]));
    expect(messages).toEqual([]);
    expect(rows[0]?.slice(1).join(' ')).toBe(expected);
  });

  test('is rounded for each precept, then added up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 250_000 }), { minLength: 1, maxLength: 4 }), (pence) => {
        const { table: made } = run(table(pence.map((p, i) => [`P${i}`, (p / 100).toFixed(2)])));
        const total = made.rows
          .at(-1)
          ?.cells.slice(1)
          .map((cell) => Number(cell.value));
        const expected = Object.values(ninths).map((n) =>
          pence.reduce((sum, p) => sum + Math.floor((2 * p * n + 9) / 18), 0),
        );
        expect(total?.map((t) => Math.round(t * 100))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

test('a third of three is one again, in print and in comparisons', () => {
  expect(evaluateText('ROUND(1 / 3 * 3 * 0.5, 0)').text).toBe('1');
  expect(evaluateText('1 / 3 * 3 = 1').text).toBe('yes');
  expect(evaluateText('2 / 3 * 3 < 2').text).toBe('no');
  expect(evaluateText('1 / 3 = 0.3333333333').text).toBe('no');
  expect(evaluateText('1 - 1 / 3 * 3 as 2dp').text).toBe('0.00');
});

test.each([
  ['30% * 39', '11.7'],
  ['39 * 30%', '11.7'],
  ['shares[x, A] * 2', '24%'],
  ['2 * shares[x, A]', '24%'],
  ['shares[x, A] * shares[x, B]', '6'],
  ['shares[x, B] * shares[x, A]', '6'],
  ['30% * 50%', '15%'],
  ['£2m * shares[x, A]', '£0.24m'],
])('%s is %s: a share of a number is a number, twice a share is a share', (source, text) => {
  const shares = '| R | A {unit=%} | B |\n|---|---:|---:|\n| x | 12 | 50 |\n: S {#shares}';
  expect(evaluateText(source, [shares]).text).toBe(text);
});
