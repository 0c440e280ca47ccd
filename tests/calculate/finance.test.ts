/** Appraisal functions against published test figures and an independent library. */
import fc from 'fast-check';
import { irr, npv, pmt, pv } from 'financial';
import { describe, expect, test } from 'vitest';
import { evaluateText, run } from './support.js';

/** A long horizon is tested at the lower rates as well, or there is a warning. */
const lowRates = '| A | B |\n|---|---:|\n| x | =NPSV("low-sensitivity", 1) |\n: Low rates {#low-rates}';
const value = (source: string, tables: readonly string[] = []): string => {
  const { text, messages } = evaluateText(source, [...tables, lowRates]);
  expect(messages).toEqual([]);
  return (text ?? '').replace('\u2212', '-').replaceAll(',', '');
};
/** A figure to ten decimals at most, as text; ROUND keeps the digits that a test compares. */
const rounded = (source: string, digits: number, tables: readonly string[] = []): string =>
  value(`TEXT(ROUND(${source}, ${digits}), "0.${'0'.repeat(digits)}")`, tables);

const flowTable = (id: string, flows: readonly (number | string)[]): string =>
  `| Year | ${flows.map((_, i) => `Y${i}`).join(' | ')} |\n|---|${flows.map(() => '---:').join('|')}|\n| Net | ${flows.join(' | ')} |\n: Flows {#${id}}`;

describe('discount factors', () => {
  test.each([
    [1, '0.9661835749'],
    [2, '0.9335107004'],
    [3, '0.9019427057'],
    [4, '0.8714422277'],
    [5, '0.8419731669'],
    [10, '0.7089188137'],
    [20, '0.5025658844'],
    [30, '0.3562784106'],
    [31, '0.3459013695'],
    [50, '0.1972627177'],
    [60, '0.1467819879'],
    [75, '0.0942137726'],
    [76, '0.0919158757'],
    [100, '0.0508180223'],
    [125, '0.0274107630'],
  ])('chain the annual rates of the standard schedule to year %i', (year, factor) => {
    expect(rounded(`DISCOUNTFACTOR("standard", ${year})`, 10)).toBe(factor);
  });

  test('sum to the published annuity factors', () => {
    const annuity = (schedule: string, n: number): string =>
      rounded(`NPSV("${schedule}", flows[Net, *])`, 10, [
        flowTable('flows', [0, ...Array.from({ length: n }, () => 1)]),
      ]);
    expect(annuity('green-book-2026-standard', 5)).toBe('4.5150523755');
    expect(annuity('standard', 10)).toBe('8.3166053226');
    expect(annuity('standard', 30)).toBe('18.3920454114');
    expect(rounded('(1 - 1.035 ^ -30) / 0.035', 10)).toBe('18.3920454114');
    expect(annuity('standard', 60)).toBe('25.3752595025');
    expect(annuity('standard', 100)).toBe('28.8633633556');
    expect(annuity('low-sensitivity', 60)).toBe('28.1435091375');
  });

  test('name the schedule that was meant', () => {
    expect(evaluateText('DISCOUNTFACTOR("standrad", 1)').messages).toEqual([
      '“schedule” of DISCOUNTFACTOR is “standrad”, which is not a discount schedule',
    ]);
    expect(evaluateText('DISCOUNTFACTOR("standrad", 1)').hints).toEqual(['Did you mean “standard”?']);
  });
});

describe('an investment of 100 that returns 30 a year for five years', () => {
  const flows = [flowTable('flows', [-100, 30, 30, 30, 30, 30])];
  test('has the published value, rate and paybacks', () => {
    expect(rounded('NPSV("standard", flows[Net, *])', 10, flows)).toBe('35.4515712641');
    expect(rounded('NPSV(3.5%, flows[Net, *])', 10, flows)).toBe('35.4515712641');
    expect(rounded('IRR(flows[Net, *])', 6, flows)).toBe('15.238237');
    expect(rounded('PAYBACK(flows[Net, *])', 4, flows)).toBe('3.3333');
    expect(rounded('PAYBACK(flows[Net, *], "standard")', 6, flows)).toBe('3.610134');
  });
  test('has the published ratio and cumulative present values', () => {
    const benefits = [...flows, flowTable('benefits', [0, 30, 30, 30, 30, 30])];
    expect(rounded('NPSV("standard", benefits[Net, *]) / 100', 6, benefits)).toBe('1.354516');
    const cumulative = ['28.985507', '56.990828', '84.049109', '110.192376', '135.451571'];
    for (const [i, expected] of cumulative.entries()) {
      const until = [flowTable('until', [0, ...Array.from({ length: i + 1 }, () => 30)])];
      expect(rounded('NPSV("standard", until[Net, *])', 6, until)).toBe(expected);
    }
  });
  test('is never paid back where the flows never reach zero', () => {
    expect(evaluateText('PAYBACK(flows[Net, *])', [flowTable('flows', [-100, 30, 30])]).text).toBe('Never');
  });
});

describe('a leisure centre', () => {
  const capex = [-2_400_000, -1_200_000, ...Array.from({ length: 9 }, () => 0)];
  const net = [-2_400_000, -1_200_000, ...Array.from({ length: 9 }, () => 570_000)];
  const benefits = [0, 0, ...Array.from({ length: 9 }, () => 720_000)];
  const costs = [2_400_000, 1_200_000, ...Array.from({ length: 9 }, () => 150_000)];
  const all = [
    flowTable('net', net),
    flowTable('benefits', benefits),
    flowTable('costs', costs),
    flowTable('capex', capex),
  ];
  test('has the published values, ratio, rate and paybacks', () => {
    expect(rounded('NPSV("standard", costs[Net, *])', 4, all)).toBe('4661983.5520');
    expect(rounded('NPSV("standard", benefits[Net, *])', 4, all)).toBe('5292303.6583');
    expect(rounded('NPSV("standard", net[Net, *])', 4, all)).toBe('630320.1063');
    expect(rounded('NPSV("standard", benefits[Net, *]) / NPSV("standard", costs[Net, *])', 6, all)).toBe(
      '1.135204',
    );
    expect(rounded('IRR(net[Net, *])', 6, all)).toBe('6.704021');
    expect(rounded('PAYBACK(net[Net, *])', 6, all)).toBe('7.315789');
    expect(rounded('PAYBACK(net[Net, *], "standard")', 6, all)).toBe('8.459058');
  });
  test('has the published equivalent annual value', () => {
    const years = flowTable('years', [0, ...Array.from({ length: 10 }, () => 1)]);
    expect(
      rounded('NPSV("standard", net[Net, *]) / NPSV("standard", years[Net, *])', 4, [...all, years]),
    ).toBe('75790.5518');
  });
  test('has the published running total of present values', () => {
    const published =
      '-2400000.00 -3559420.29 -3027319.19 -2513211.85 -2016489.78 -1536565.07 -1072869.71 -624854.86 -191990.27 226236.38 630320.11';
    for (const [i, expected] of published.split(' ').entries()) {
      const until = [flowTable('until', net.slice(0, i + 1))];
      expect(rounded('NPSV("standard", until[Net, *])', 2, until)).toBe(expected);
    }
  });
  test('turns negative with the optimism bias of a standard building', () => {
    expect(
      rounded(
        'NPSV("standard", net[Net, *]) + OPTIMISM(NPSV("standard", capex[Net, *]), "standard buildings", 0) - NPSV("standard", capex[Net, *])',
        4,
        all,
      ),
    ).toBe('-223940.7632');
    const raised = 'OPTIMISM(NPSV("standard", capex[Net, *]), "standard buildings", 0)';
    const plain = 'NPSV("standard", costs[Net, *]) + NPSV("standard", capex[Net, *])';
    expect(rounded(`${plain} - ${raised}`, 4, all)).toBe('5516244.4216');
    expect(rounded(`NPSV("standard", benefits[Net, *]) / (${plain} - ${raised})`, 6, all)).toBe('0.959403');
    expect(rounded('OPTIMISM(100, 24%, 50%)', 1)).toBe('112.0');
  });
  test('has the published switching values', () => {
    expect(
      rounded('-PERCENT(NPSV("standard", net[Net, *]), NPSV("standard", benefits[Net, *]))', 6, all),
    ).toBe('-11.910127');
    expect(rounded('PERCENT(NPSV("standard", net[Net, *]), NPSV("standard", costs[Net, *]))', 6, all)).toBe(
      '13.520428',
    );
    expect(rounded('NPSV("standard", capex[Net, *])', 4, all)).toBe('-3559420.2899');
    expect(rounded('-PERCENT(NPSV("standard", net[Net, *]), NPSV("standard", capex[Net, *]))', 6, all)).toBe(
      '17.708505',
    );
  });
});

test('values sixty years by the schedule, and by the low rates of the sensitivity test', () => {
  const flows = [flowTable('flows', [-1000, ...Array.from({ length: 60 }, () => 45)])];
  expect(rounded('NPSV("standard", flows[Net, *])', 6, flows)).toBe('141.886678');
  expect(rounded('NPSV("low-sensitivity", flows[Net, *])', 6, flows)).toBe('266.457911');
  expect(rounded('NPV(3.5%, flows[Net, *]) * 103.5%', 6, flows)).toBe('122.513035');
});

test('takes an empty year as a year without a flow', () => {
  expect(rounded('NPSV(10%, flows[Net, *])', 4, [flowTable('flows', [-100, '', 121])])).toBe('0.0000');
});

describe('an independent library', () => {
  const amounts = fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 2, maxLength: 12 });
  test('gives the same present value', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 200 }), (flows, tenths) => {
        const ours = Number(rounded(`NPSV(${tenths / 1000}, flows[Net, *])`, 6, [flowTable('flows', flows)]));
        expect(ours).toBeCloseTo(npv(tenths / 1000, flows), 5);
      }),
      { numRuns: 60 },
    );
  });
  test('gives the same rate of return', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 900 }),
        fc.array(fc.integer({ min: 50, max: 900 }), { minLength: 2, maxLength: 10 }),
        (cost, returns) => {
          const theirs = irr([-cost, ...returns]);
          fc.pre(Number.isFinite(theirs) && theirs > -0.9 && theirs < 5);
          expect(
            Number(rounded('IRR(flows[Net, *])', 6, [flowTable('flows', [-cost, ...returns])])),
          ).toBeCloseTo(theirs * 100, 4);
        },
      ),
      { numRuns: 60 },
    );
  });
  test('gives the same instalment and present value of a loan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 99999 }),
        (rate, periods, amount) => {
          expect(Number(rounded(`PMT(${rate / 1000}, ${periods}, ${amount})`, 6))).toBeCloseTo(
            pmt(rate / 1000, periods, amount),
            4,
          );
          expect(Number(rounded(`PV(${rate / 1000}, ${periods}, ${amount})`, 6))).toBeCloseTo(
            pv(rate / 1000, periods, amount, 0),
            3,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('prints the rounding note of three equal parts', () => {
  const { rows, footer } = run(`| Part | Share |
|---|---:|
| A | =0.444 * 1 |
| B | =0.444 * 1 |
| C | =0.444 * 1 |
| **Total** | =SUM(ABOVE) |
: Parts {#p unit=£m decimals=1}`);
  expect(rows.map((r) => r[1])).toEqual(['0.4', '0.4', '0.4', '1.3']);
  expect(footer).toEqual(['Figures may not sum because of rounding: Total, Share by 0.1.']);
});
