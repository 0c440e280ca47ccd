/** What holds for every input: exact arithmetic, stable printing, no crash. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../src/calculate/cell-text.js';
import { readFigure } from '../../src/calculate/figure.js';
import type { GridColumn } from '../../src/calculate/grid.js';
import { normalise } from '../../src/calculate/labels.js';
import { parse } from '../../src/calculate/parser.js';
import { printExpression } from '../../src/calculate/print.js';
import { readQuery } from '../../src/calculate/query.js';
import type { Expression } from '../../src/calculate/syntax.js';
import { evaluateText, run } from './support.js';

/** A tree without places and spellings, for comparison. */
function shape(node: Expression): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      key === 'at' || key === 'nameAt' || key === 'tableAt' ? undefined : value,
    ),
  ) as unknown;
}

const label = fc.constantFrom(
  'Total',
  '2019/20',
  'Net budget',
  'a, b',
  'a > b',
  'Say "no"',
  '@home',
  '*',
  '[x]',
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const atom = fc.oneof(
  fc.integer({ min: 0, max: 99999 }).map(String),
  fc.constantFrom(
    '£0.6m',
    '12%',
    '2019/20',
    '2019-01-30',
    'ABOVE',
    'LEFT',
    'B2',
    'B2:D5',
    'TRUE',
    '"text"',
    'finance.savings2018.people',
    '3.5 FTE',
    '0.4pp',
  ),
  fc.tuple(label, label).map(([a, b]) => `t[${quoted(a)}, ${quoted(b)}]`),
  label.map((l) => `[@${quoted(l)}]`),
  label.map((l) => `[${quoted(l)}, *]`),
  label.map((l) => `5b/draft-budget#t[*, ${quoted(l)}]`),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    atom,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '<=', '>'),
        tie('expression'),
      )
      .map(([a, op, b]) => `${a} ${op} ${b}`),
    tie('expression').map((a) => `(${a})`),
    tie('expression').map((a) => `-${a}`),
    tie('expression').map((a) => `(${a})%`),
    fc
      .tuple(fc.constantFrom('SUM', 'MAX', 'IF'), fc.array(tie('expression'), { maxLength: 3 }))
      .map(([name, args]) => `${name}(${args.join(', ')})`),
  ),
}));

describe('the parser', () => {
  test('reads what the printer prints as the same tree', () => {
    fc.assert(
      fc.property(expression, (source) => {
        const first = parse(source);
        if (!first.ok) throw new Error(`${source}: ${first.fault.message}`);
        const text = printExpression(first.root);
        const second = parse(text);
        if (!second.ok) throw new Error(`${source} printed as ${text}: ${second.fault.message}`);
        expect(shape(second.root)).toEqual(shape(first.root));
        expect(printExpression(second.root)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test('gives every node a place that slices to its own text', () => {
    fc.assert(
      fc.property(expression, (source) => {
        const parsed = parse(source);
        if (!parsed.ok) return;
        const visit = (node: Expression): void => {
          expect(node.at.start).toBeGreaterThanOrEqual(0);
          expect(node.at.end).toBeLessThanOrEqual(source.length);
          if (node.kind === 'literal') expect(source.slice(node.at.start, node.at.end)).toBe(node.text);
          if (node.kind === 'binary') [node.left, node.right].forEach(visit);
          if (node.kind === 'unary') visit(node.operand);
          if (node.kind === 'call') node.args.forEach(visit);
        };
        visit(parsed.root);
      }),
      { numRuns: 200 },
    );
  });

  test('survives any text, and points inside it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '"',
        ',',
        '@',
        ' > ',
        '#',
        '/',
        '..',
        'as ',
        '1e9',
        '{{',
        '}}',
        '-',
        '£',
        '%',
        '=SUM',
        '|',
        'a-b.c#d[',
        '2019/',
        '±',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((p) => p.join('')),
        (source) => {
          const parsed = parse(source);
          if (parsed.ok) return;
          expect(parsed.fault.at.start).toBeGreaterThanOrEqual(0);
          expect(parsed.fault.at.end).toBeLessThanOrEqual(Math.max(source.length, 1));
          expect(parsed.fault.message).not.toMatch(/\.$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['[', 1024],
    ['(', 1024],
    [' ', 1024],
    ['"', 128],
    ['as ', 128],
    ['1,', 128],
    ['[@', 128],
    ['\u200b', 128],
  ])('takes a text of “%s” of %i KB in its stride', (piece, kilobytes) => {
    const text = piece.repeat(Math.ceil((kilobytes * 1024) / piece.length));
    for (const source of [text, `1 ${text}`, `${text} 1`, `SUM(${text})`])
      expect(parse(source)).toMatchObject({ ok: false });
    expect(readFigure(text)).toBeUndefined();
    normalise(text);
    const messages: string[] = [];
    const span = { file: 'paper.md', start: 0, end: text.length };
    const column: GridColumn = {
      index: 1,
      path: ['A'],
      label: 'A',
      type: 'number',
      numeric: true,
      rounding: false,
      strong: false,
      span,
    };
    for (const source of [`1${text}= 2`, `1 = ${text}± x`, `x${text}[^a]`, `~${text}x`])
      readCell(source, {
        column,
        words: new Map(),
        cache: { parsed: new Map() },
        name: () => 'x, A',
        span,
        place: () => span,
        report: ({ message }) => messages.push(message),
      });
    for (const message of messages) expect(message.length).toBeLessThan(200);
    readQuery(`pledges ${text} where ${text} and ${text}`);
  });

  test('refuses what is nested or long beyond reason instead of running out of stack', () => {
    expect(parse('('.repeat(100_000))).toMatchObject({ ok: false });
    expect(parse('('.repeat(1500) + '1' + ')'.repeat(1500))).toMatchObject({ ok: false });
    expect(parse('-'.repeat(3000) + '1')).toMatchObject({ ok: false });
    expect(evaluateText(Array.from({ length: 1000 }, () => '1').join(' + ')).text).toBe('1,000');
    expect(parse('1%'.padEnd(3900, '%'))).toMatchObject({ ok: true });
  });
});

/** A cell of any text in any place of a table. */
const anyCell = fc.oneof(
  fc.string({ maxLength: 12 }).filter((s) => !/[|\n\r]/.test(s)),
  fc.constantFrom(
    '^',
    '<',
    '',
    '**x**',
    '=SUM(ABOVE)',
    '=SUM(LEFT)',
    '=SUM([*, B])',
    '=[@C]',
    '=[a, B]',
    '1 = SUM(ABOVE)',
    '~2 = [@B] ± 0.1',
    '£3m',
    '12%',
    'tbc',
    '=PREVIOUS(1)',
    '=CUMULATIVE([B])',
    '=IRR([B])',
    '=B2',
    '**Total**',
    '{.total}',
    '=1/0',
    '==',
  ),
);

test('no table crashes or hangs the calculation, and every figure that is printed has a cell', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { minLength: 3, maxLength: 4 }), { maxLength: 8 }), (rows) => {
      const body = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
      const { table } = run(`| A | B | C |\n|---|---:|---:|\n${body}\n: T {#t unit=£m}`);
      for (const row of table.rows) {
        for (const cell of row.cells) expect(cell.column + cell.colSpan).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 600 },
  );
});

const amounts = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1, maxLength: 12 });
const typed = (thousandths: number): string =>
  `${thousandths < 0 ? '-' : ''}${Math.floor(Math.abs(thousandths) / 1000)}.${String(Math.abs(thousandths) % 1000).padStart(3, '0')}`;

describe('arithmetic', () => {
  test('adds exactly, whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        amounts.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
          ),
        ),
        ([list, shuffled]) => {
          const total = (values: readonly number[]): string | undefined => {
            const body = values.map((v, i) => `| r${i} | ${typed(v)} |`).join('\n');
            return run(`| A | B |\n|---|---:|\n${body}\n| **Total** | =SUM(ABOVE) |\n: T {#t}`).table.rows.at(
              -1,
            )!.cells[1]!.value;
          };
          const sum = list.reduce((a, b) => a + b, 0);
          expect(total(list)).toBe(typed(sum));
          expect(total(shuffled)).toBe(typed(sum));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('of + - × is that of whole fractions', () => {
    const { tree } = fc.letrec<{
      tree: { readonly text: string; readonly value: bigint; readonly places: number };
    }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.integer({ min: 0, max: 99_999_999 }).map((n) => ({ text: typed(n), value: BigInt(n), places: 3 })),
        fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map(([a, op, b]) => {
          const places = Math.max(a.places, b.places);
          const left = a.value * 10n ** BigInt(places - a.places);
          const right = b.value * 10n ** BigInt(places - b.places);
          const text = `(${a.text} ${op} ${b.text})`;
          if (op === '*') return { text, value: a.value * b.value, places: a.places + b.places };
          return { text, value: op === '+' ? left + right : left - right, places };
        }),
      ),
    }));
    fc.assert(
      fc.property(tree, ({ text, value, places }) => {
        fc.pre(places <= 30 && text.length < 3000);
        const whole = evaluateText(`TEXT(${text} * 1${'0'.repeat(places)}, "0")`).text?.replace(
          '\u2212',
          '-',
        );
        expect(whole).toBe(value.toString());
      }),
      { numRuns: 200 },
    );
  });

  test('with ÷ prints what exact fractions round to, half away from zero', () => {
    interface Ratio {
      readonly text: string;
      readonly over: bigint;
      readonly under: bigint;
    }
    const { tree } = fc.letrec<{ tree: Ratio }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.integer({ min: -9999, max: 9999 }).map((n): Ratio => ({
          text: n < 0 ? `(${typed(n)})` : typed(n),
          over: BigInt(n),
          under: 1000n,
        })),
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
          .filter(([, op, b]) => op !== '/' || b.over !== 0n)
          .map(([a, op, b]): Ratio => {
            const text = `(${a.text} ${op} ${b.text})`;
            if (op === '*') return { text, over: a.over * b.over, under: a.under * b.under };
            if (op === '/') return { text, over: a.over * b.under, under: a.under * b.over };
            const right = b.over * a.under;
            return { text, over: a.over * b.under + (op === '+' ? right : -right), under: a.under * b.under };
          }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 6 }), ({ text, over, under }, places) => {
        const [o, u] = under < 0n ? [-over, -under] : [over, under];
        const size = (o < 0n ? -o : o) * 10n ** BigInt(places);
        // Sums that cancel to nearly nothing keep fewer digits than a division gives.
        fc.pre(o === 0n || size * 10n ** 12n > u);
        const rounded = (2n * size + u) / (2n * u);
        const digits = String(rounded).padStart(places + 1, '0');
        const expected = `${o < 0n && rounded !== 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
        const shown = evaluateText(`${text} as ${places}dp`);
        expect(shown.messages).toEqual([]);
        expect(shown.text?.replace('\u2212', '-').replaceAll(',', '')).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('counts a row once in SUM, in running totals and in sums of subtotals', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 4 }), (groups) => {
        const body = groups
          .map(
            (list, g) =>
              `| **G${g}** | | |\n${list.map((v, i) => `| g${g} r${i} | ${typed(v)} | =CUMULATIVE([A]) |`).join('\n')}\n| **Sub ${g}** | =SUM(ABOVE) | |`,
          )
          .join('\n');
        const { table, messages } = run(
          `| R | A | B |\n|---|---:|---:|\n${body}\n| **Total** | =SUM(ABOVE) | =SUM([*, A]) |\n: T {#t}`,
        );
        expect(messages).toEqual([]);
        const sum = typed(groups.flat().reduce((a, b) => a + b, 0));
        const last = table.rows.at(-1)!;
        expect([last.cells[1]!.value, last.cells[2]!.value]).toEqual([sum, sum]);
        const running = table.rows.filter((row) => row.kind === 'data').map((row) => row.cells[2]!.value);
        expect(running.at(-1)).toBe(sum);
      }),
      { numRuns: 60 },
    );
  });
});
