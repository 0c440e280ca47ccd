import { expect, test } from 'vitest';
import type { Cell, Column, Mark, Table } from '../../src/model/table.js';
import { body, find } from './lay.js';
import { register, scorecard } from './scorecard.js';
import { readingOrder } from './support.js';

test('a scorecard has its tally at the right of its unit line, as text', () => {
  const { pages, tag } = body([scorecard()]);
  const [turned] = pages.filter((page) => page.width > page.height);
  const unit = find([turned!], 'Financial year');
  const word = find([turned!], 'Off target ');
  expect(word.item.y).toBeCloseTo(unit.item.y, 6);
  expect(word.right).toBeCloseTo(787.89, 1);
  const read = readingOrder(pages, tag).replace(/\s+/g, ' ');
  expect(read).toMatch(/Financial year[^3]*3 On target 1 Near target 6 Off target/);
});

test('words of a status that stand apart, few rows, or several columns of statuses have no tally', () => {
  const own = scorecard();
  const few: Table = { ...own, rows: own.rows.slice(0, 3) };
  const two: Table = {
    ...own,
    columns: own.columns.map((each, i): Column => (i === 4 ? { ...each, type: 'status' } : each)),
  };
  for (const each of [few, two]) {
    const { pages, tag } = body([each]);
    expect(readingOrder(pages, tag)).not.toMatch(/\d\s+Near target/);
  }
});

test('a sparkline is drawn in its column and leaves nothing to be read out', () => {
  const own = scorecard();
  const { pages } = body([own]);
  const [turned] = pages.filter((page) => page.width > page.height);
  const head = find([turned!], 'Graph');
  const row = find([turned!], 'CR5');
  const line = turned!.items.find(
    (item) => item.kind === 'vector' && Math.abs(item.x - head.x) < 0.01 && Math.abs(item.y - row.y) < 14,
  );
  expect(line).toMatchObject({ tag: 'artifact' });
});

test('a long tally stands under the unit line', () => {
  const own = scorecard();
  const marks: readonly Mark[] = ['good', 'caution', 'bad', 'done', 'none'];
  const rows = own.rows.map((row, i) => ({
    ...row,
    cells: row.cells.map((cell): Cell => {
      if (cell.column !== 3) return cell;
      const words = `A status of its own ${i % 5}`;
      return {
        ...cell,
        mark: marks[i % 5] ?? 'good',
        content: { kind: 'inline', content: [{ kind: 'text', text: words }] },
      };
    }),
  }));
  const { pages } = body([{ ...own, rows }]);
  const [turned] = pages.filter((page) => page.width > page.height);
  expect(find([turned!], 'A status').item.y).toBeGreaterThan(find([turned!], 'Financial').item.y + 5);
});

test('a register of ten risks, each with what is being done, stands on one page', () => {
  const { pages } = body([register()]);
  const turned = pages.filter((page) => page.width > page.height);
  expect(turned).toHaveLength(1);
  // Words under words in a cell, without the space of paragraphs in a text.
  expect(find(turned, 'Contract values').y - find(turned, 'Public health').y).toBeLessThan(18);
});
