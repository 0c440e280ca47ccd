/** The files that say how figures were calculated: whole, the same each time, and of public files alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicFile } from '../../src/open/provenance.js';
import { openData } from '../../src/open/open-data.js';
import { placeFinder } from '../../src/diagnostics/print.js';
import { compiled, meetingKey } from '../build/demonstration.js';

const { value } = compiled();
const make = (): ReadonlyMap<string, string> =>
  openData(value.publication, new Map(), {
    provenance: (paper, table) => value.calculation.provenance(paper, table),
    place: placeFinder(value.sources),
  });
const files = make();
const provenance = [...files].filter(([path]) => path.endsWith('.provenance.json'));

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
interface Figure {
  readonly row: { readonly label: string };
  readonly text: string;
  readonly origin: string;
  readonly formula?: string;
  readonly workings?: string;
  readonly place?: Place;
  readonly from?: readonly { readonly name: string; readonly place?: Place }[];
}
const figuresOf = (text: string): readonly Figure[] =>
  (JSON.parse(text) as { readonly figures: readonly Figure[] }).figures;

describe('provenance files', () => {
  it('lie beside the data of every table that has figures, tables without ids included', () => {
    const folder = `meetings/${meetingKey}/5b/draft-budget/tables`;
    expect(files.has(`${folder}/revised-position.provenance.json`)).toBe(true);
    for (const [path] of provenance) expect(files.has(path.replace('.provenance', ''))).toBe(true);
    expect(provenance.length).toBeGreaterThan(8);
  });

  it('lead from a total to the very characters that were typed', () => {
    const text = files.get(`meetings/${meetingKey}/5b/draft-budget/tables/revenue-resources.provenance.json`);
    const total = figuresOf(text ?? '').find((f) => f.row.label === 'Total');
    expect(total).toMatchObject({
      text: '182.152',
      origin: 'checked',
      formula: 'SUM(ABOVE)',
      workings: '9.533 + 108.228 + 64.391',
    });
    const typed = total?.from?.map(({ place }) => {
      const line = value.sources.get(place?.file ?? '')?.text.split('\n')[(place?.line ?? 0) - 1];
      return line?.slice((place?.column ?? 0) - 1).split(' ')[0];
    });
    expect(typed).toEqual(['9.533', '108.228', '64.391']);
  });

  it('name files of the public folders only, and no path of a computer', () => {
    const places = provenance.flatMap(([, text]) =>
      figuresOf(text).flatMap((f) => [f.place, ...(f.from ?? []).map((s) => s.place)]),
    );
    expect(places.length).toBeGreaterThan(100);
    for (const place of places) expect(place?.file).toMatch(/^(content|data)\//);
  });

  it('are the same bytes each time', () => {
    expect([...make()]).toEqual([...files]);
  });
});

describe('what may be named as a public file', () => {
  it('is under content/ and data/ alone', () => {
    expect(['content/a.md', 'data/tables/a.csv'].every(isPublicFile)).toBe(true);
    const others = [
      '',
      'content',
      '/content/a.md',
      'restricted/a.md',
      'content/../restricted/a.md',
      'Content/a.md',
      'C:\\content\\a.md',
    ];
    expect(others.filter(isPublicFile)).toEqual([]);
    fc.assert(
      fc.property(
        fc.string(),
        (path) => !isPublicFile(path) || /^(content|data)\/./s.test(path) || /^(content|data)\/$/.test(path),
      ),
    );
  });
});
