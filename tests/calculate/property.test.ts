/** What holds for every input: exact arithmetic, stable printing, no crash. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/calculate/parser.js';
import { printExpression } from '../../src/calculate/print.js';
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
});
