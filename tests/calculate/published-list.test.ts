/** The list of published findings names every finding of the audits, and every fixture; what it names exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';

const folder = join(import.meta.dirname, 'published');
const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

interface Row {
  readonly part: string;
  readonly ids: readonly string[];
  readonly carriedBy: string;
}

/** "R-11 to R-13, R-15" as four ids. */
function idsOf(text: string): readonly string[] {
  return text.split(', ').flatMap((piece) => {
    const range = /^([A-Z]-)(\d+) to \1(\d+)$/.exec(piece);
    if (range === null) return [piece];
    const [, prefix = '', from = '', to = ''] = range;
    return numbered(prefix, Number(from), Number(to), from.length);
  });
}

function numbered(prefix: string, from: number, to: number, width: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${String(from + i).padStart(width, '0')}`);
}

const rows = readme.split(/^## /m).flatMap((section): readonly Row[] => {
  const part = section.slice(0, section.indexOf('\n'));
  return section.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length < 5 || cells[1] === 'Finding' || cells[1] === '---') return [];
    return [{ part, ids: idsOf(cells[1] ?? ''), carriedBy: cells[3] ?? '' }];
  });
});

const lines = (text: string): readonly string[] => text.split(' ').map((line) => `L${line}`);

test.each([
  [
    "Commissioning and children's services, 2014",
    [...numbered('E-', 1, 15, 1), ...numbered('C-', 1, 61, 1), '4.1', '4.5'],
  ],
  [
    'Transformation programme, 2014',
    [
      ...numbered('A-', 1, 12, 2),
      ...numbered('D-', 1, 9, 2),
      ...numbered('U-', 1, 20, 2),
      ...numbered('R-', 1, 35, 2),
      '4.5',
      '4.6',
    ],
  ],
  [
    'Budget, 2019',
    [
      ...numbered('E-', 1, 6, 2),
      ...numbered('M-', 1, 23, 2),
      ...numbered('O-', 1, 9, 2),
      ...lines('1648 3862 3863 5111 5113 5114'),
      ...lines('3578 3580 3581 3584 3591 3596 3601 3602 3607 3613 3617 3622'),
      ...lines('91 196 198 544 661 861 1173 1469 1495 1981 2018 2024 2070 2162 2741 2752'),
      ...lines('233 3140 3208 3883 4054 5377 5380 5385 5386 5409'),
      '4.6',
      '4.7',
    ],
  ],
])('each finding of %s is in the list once', (part, findings) => {
  const listed = rows.filter((row) => row.part === part).flatMap((row) => row.ids);
  expect([...listed].sort()).toEqual([...findings].sort());
});

describe('what the list names', () => {
  const named = [...readme.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
  const fixtures = named.filter((name) => name.endsWith('.txt'));

  test('is every fixture of the folder', () => {
    const inFolder = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.txt'),
    );
    expect([...new Set(fixtures)].sort()).toEqual(inFolder.sort());
  });

  test('exists', () => {
    const missing = named.filter((name) => {
      if (/^(?:tests|data)\//.test(name)) return !existsSync(join(root, name));
      return /^[a-z]+(?:-[a-z]+)+$/.test(name) && !Object.hasOwn(catalogue, name);
    });
    expect(missing).toEqual([]);
  });

  test('is a fixture, or a reason why there is none', () => {
    const empty = rows.filter(({ carriedBy }) => !carriedBy.includes('`') && carriedBy.split(' ').length < 5);
    expect(empty).toEqual([]);
  });
});
