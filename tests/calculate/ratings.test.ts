/** Ratings in tables: words with signs, house words, overrides, scales. */
import { describe, expect, test } from 'vitest';
import { node, run } from './support.js';
import { councilSchema } from '../../src/model/schema/council.js';

const house = (
  style: unknown,
): { readonly data: { value(path: readonly string[]): ReturnType<typeof node> | undefined } } => ({
  data: {
    value: (path) => {
      const found = path.reduce<unknown>(
        (at, key) =>
          typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
        { council: { style } },
      );
      return found === undefined ? undefined : node(found);
    },
  },
});

const indicators = (rows: string): string =>
  '```table\n' +
  `id: indicators
columns:
  name: Indicator
  actual: { label: Actual, type: number }
  previous: { label: Before, type: number }
  target: { label: Target, type: number }
  rag: { label: Rating, type: rag, formula: "RAG([@actual], [@target], \\"higher\\")" }
  trend: { label: Trend, type: trend, formula: "TREND([@actual], [@previous], \\"lower\\")" }
rows:
${rows}` +
  '\n```';

describe('ratings', () => {
  test('print their words with the sign of the rating and the way the figure went', () => {
    const { rows, messages, table } = run(
      indicators('  - [One, 95, 90, 90]\n  - [Two, 85, 85, 90]\n  - [Three, 50, 60, 90]'),
    );
    expect(messages).toEqual([]);
    expect(rows.map((row) => row.slice(4))).toEqual([
      ['Green', 'Declining'],
      ['Amber', 'Static'],
      ['Red', 'Improving'],
    ]);
    expect(table.rows.map((row) => row.cells.slice(4).map((cell) => cell.mark))).toEqual([
      ['good', 'up'],
      ['caution', 'same'],
      ['bad', 'down'],
    ]);
    expect(table.rows[2]?.cells[5]?.spoken).toBe('Improving, number went down');
    expect(table.rows[2]?.cells[5]?.numeric).toBe(false);
  });

  test('use the words and bands of the house', () => {
    const style = {
      rag: { green: 'On target', amber: 'Near target', red: 'Off target', band: '5%' },
      trend: { improving: 'Better', declining: 'Worse', same: 'Same', band: '1%', slight: '2.5%' },
    };
    const { table, rows } = run(
      indicators('  - [One, 85, 84.5, 90]\n  - [Two, 86, 88, 90]\n  - [Three, 10, 20, 90]'),
      house(style),
    );
    expect(rows.map((row) => row.slice(4))).toEqual([
      ['Off target', 'Same'],
      ['Near target', 'Slightly better'],
      ['Off target', 'Better'],
    ]);
    expect(table.rows.map((row) => row.cells.slice(4).map((cell) => cell.mark))).toEqual([
      ['bad', 'same'],
      ['caution', 'down'],
      ['bad', 'down'],
    ]);
  });

  test('that are typed are checked, and overridden with a reason that is printed', () => {
    const { messages, table, footer, rows } = run(
      indicators(
        '  - {name: One, actual: 95, previous: 90, target: 90, rag: Red}\n  - {name: Two, actual: 95, previous: 90, target: 90, rag: {value: Amber, because: the survey was late}}',
      ),
    );
    expect(messages).toEqual(['One, Rating says Red, but the figures give Green']);
    expect(rows[1]?.[4]).toBe('Amber');
    expect(table.rows[1]?.cells[4]).toMatchObject({ mark: 'caution', reason: 'the survey was late' });
    expect(footer).toContain('Two, Rating: the survey was late.');
  });

  test('against a target of zero need a rule of their own', () => {
    const { messages } = run(indicators('  - [One, -1, 90, 0]'));
    expect(messages[0]).toContain('is zero, and a distance from zero is no percentage');
    const own = indicators('  - [One, 0, 90, 0]').replace(
      'RAG([@actual], [@target], \\"higher\\")',
      'IF([@actual] = 0, \\"Green\\", \\"Red\\")',
    );
    expect(run(own).table.rows[0]?.cells[4]?.mark).toBe('good');
  });

  test('typed in a pipe table get the sign of the word: red, amber, green and blue, and words of progress', () => {
    const words = ['Green', 'Amber', 'Red', 'Blue', 'On track', 'Overdue', 'New', 'Puce'];
    const { table } = run(
      `| Action | Status {type=rag} | Cost |\n|---|---|---:|\n${words.map((w) => `| x | ${w} | 1 |`).join('\n')}\n: T`,
    );
    expect(table.rows.map((row) => row.cells[1]?.mark)).toEqual([
      'good',
      'caution',
      'bad',
      'done',
      'good',
      'bad',
      'none',
      undefined,
    ]);
    expect(table.rows[0]?.cells[1]?.scope).toBeUndefined();
  });

  test('stand in columns of ratings only: "High" in a column of text has no sign', () => {
    expect(
      run('| Action | Note | Cost |\n|---|---|---:|\n| x | High | 1 |\n: T').table.rows[0]?.cells[1]?.mark,
    ).toBeUndefined();
  });
});

describe('risk scores', () => {
  const risks = (likelihood: string): string =>
    '```table\n' +
    `columns:
  risk: Risk
  likelihood: { label: Likelihood, type: number }
  impact: { label: Impact, type: number }
  score: { label: Score, type: score, formula: "[@likelihood] * [@impact]" }
  level: { label: Level, type: rag, formula: "BAND([@score], \\"risk\\")" }
rows:
  - [OCC3, 4, 4]
  - [OCC5, ${likelihood}, 3]
  - { total: All risks }` +
    '\n```';
  const scales = house({ scales: { risk: { Low: '1-5', Medium: '6-12', High: '15-25' } } });

  test('are likelihood times impact, with the band of the scale, and never added up', () => {
    const { rows, messages, table } = run(risks('4'), scales);
    expect(messages).toEqual([]);
    expect(rows.slice(0, 2).map((row) => row.slice(3))).toEqual([
      ['16', 'High'],
      ['12', 'Medium'],
    ]);
    expect(table.rows.slice(0, 2).map((row) => row.cells[4]?.mark)).toEqual(['bad', 'caution']);
    expect(rows[2]?.slice(3)).not.toContain('28');
  });

  test('between two steps of a scale are a fault', () => {
    const { messages } = run(risks('4.5'), scales);
    expect(messages.join()).toContain('is 13.5, which is on no step of the scale');
  });
});

describe('the house style of ratings in council.yaml', () => {
  const council = (style: unknown): unknown => ({
    name: 'A',
    address: ['B'],
    contact: {},
    siteAddress: 'https://a.example',
    jurisdiction: 'england',
    style,
  });
  test('takes words, bands and scales, and refuses other keys and bands that are no percentages', () => {
    const good = {
      rag: { green: 'On target', band: '5%' },
      trend: { same: 'Same', slight: '2.5%' },
      scales: { risk: { Low: '1-5', High: { from: '15', to: '25' } } },
    };
    expect(councilSchema.safeParse(council(good)).success).toBe(true);
    expect(councilSchema.safeParse(council({ rag: { grean: 'x' } })).success).toBe(false);
    expect(councilSchema.safeParse(council({ trend: { band: 'small' } })).success).toBe(false);
  });
});
