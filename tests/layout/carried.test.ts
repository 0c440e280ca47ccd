/** Sums that a table carries from page to page: artefacts, right to the row, and never where they do not belong. */
import { describe, expect, test } from 'vitest';
import type { DisplayPage } from '../../src/layout/display.js';
import type { Row, Table } from '../../src/model/table.js';
import { body, find } from './lay.js';
import { cell, row, table } from './sample.js';
import { readingOrder } from './support.js';

/** Rows of 1.5 each, 100.0 in the second column, with the sums after each. */
function carrying(count: number, rows: readonly Row[] = []): Table {
  const data = Array.from({ length: count }, (_, i) =>
    row([`Service ${String(i + 1)}`, '1.5', '100.0', 'x']),
  );
  const all = [...rows, ...data];
  return {
    ...table(
      ['Service', 'Net', 'Gross', 'Lead'],
      [...all, row(['Total', (count * 1.5).toFixed(1), 'T', ''], 'total')],
    ),
    number: 7,
    carried: {
      columns: [1, 2],
      after: [...all, 0].map((_, i) => {
        const done = Math.max(0, Math.min(count, i + 1 - rows.length));
        return [`${(done * 1.5).toFixed(1)} sum`, `${String(done * 100)}.0 sum`];
      }),
    },
  };
}

const texts = (page: DisplayPage | undefined) =>
  (page?.items ?? []).flatMap((item) => (item.kind === 'text' ? [item] : []));
const lastService = (page: DisplayPage | undefined) =>
  Number(
    texts(page)
      .findLast((item) => item.text.startsWith('Service '))
      ?.text.slice(8),
  );
const sumsBeside = (page: DisplayPage | undefined, words: string) => {
  const label = texts(page).find((item) => item.text === words);
  return label && texts(page).flatMap((item) => (item.y === label.y && item !== label ? [item.text] : []));
};

describe('a table over several pages', () => {
  const own = carrying(80);
  const { pages, tag } = body([own]);
  const inside = pages.filter((page) => texts(page).some((item) => item.text.startsWith('Service ')));

  test('ends each page but the last with the sums so far, and begins the next with the same', () => {
    expect(inside.length).toBeGreaterThan(2);
    inside.forEach((page, i) => {
      const done = lastService(page);
      const sums = [`${(done * 1.5).toFixed(1)} sum`, `${String(done * 100)}.0 sum`];
      const more = i < inside.length - 1;
      expect(sumsBeside(page, 'Carried forward')).toEqual(more ? sums : undefined);
      if (more) expect(sumsBeside(inside[i + 1], 'Brought forward')).toEqual(sums);
    });
    expect(sumsBeside(inside[0], 'Brought forward')).toBeUndefined();
  });

  test('reads them to nobody: they are artefacts of pagination', () => {
    const carried = inside.flatMap((page) => texts(page).filter((item) => /forward$| sum$/.test(item.text)));
    expect(carried.length).toBeGreaterThan(6);
    for (const item of carried) expect(item.tag).toBe('pagination');
    expect(readingOrder(pages, tag)).not.toContain('forward');
  });

  test('keeps them above the foot of the page, and below the last row', () => {
    for (const page of inside.slice(0, -1)) {
      const line = texts(page).find((item) => item.text === 'Carried forward');
      const rows = texts(page).filter((item) => item.text.startsWith('Service '));
      expect(line?.y).toBeLessThan(764);
      expect(line?.y).toBeGreaterThan(Math.max(...rows.map((item) => item.y)));
    }
  });

  test('sets them under the figures of their columns', () => {
    const sum = texts(inside[0]).find((item) => item.text.endsWith('.0 sum'));
    expect(sum?.x).toBeLessThan(find(pages, 'Gross').right);
    expect(sum?.x).toBeGreaterThan(find(pages, 'Net').right);
  });
});

test('a table on one page carries nothing', () => {
  const { pages } = body([carrying(5)]);
  expect(pages.flatMap(texts).some((item) => /forward/.test(item.text))).toBe(false);
});

test('a row that is divided between two pages is carried when it is complete', () => {
  const words = Array.from({ length: 900 }, () => 'word').join(' ');
  const long: Row = {
    kind: 'data',
    cells: [cell(0, words, { scope: 'row' }), cell(1, '9.9', { numeric: true })],
  };
  const { pages } = body([carrying(3, [long])]);
  // Only the long row stands on the first page, and it is not complete there.
  expect(pages.flatMap(texts).filter((item) => item.text === 'Carried forward')).toHaveLength(
    pages.flatMap(texts).filter((item) => item.text === 'Brought forward').length,
  );
});
