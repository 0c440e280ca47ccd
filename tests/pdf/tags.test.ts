/** The order of a tag tree while it is painted. */
import { describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { textInTagOrder } from '#tabled/inspect/text.js';
import type { DisplayItem, TagNode } from '#tabled/layout/display.js';
import { paint } from '#tabled/pdf/paint.js';
import { loadFonts } from '#tabled/type/load.js';
import { documentOf, line, tag } from './sample.js';

const fonts = loadFonts();

async function read(
  root: TagNode,
  ...pages: readonly (readonly DisplayItem[])[]
): Promise<readonly string[]> {
  const text = await textInTagOrder(paint(documentOf(root, pages), fonts));
  return text
    .trimEnd()
    .split('\n')
    .map((own) => own.trim());
}

describe('the tag tree', () => {
  it('keeps text between two links between them', async () => {
    const [a, b] = [tag('Link'), tag('Link')];
    const p = tag('P', [a, b]);
    const root = tag('Document', [p]);
    const items = [
      line('one ', 0, 9, p),
      line('two ', 0, 9, a),
      line('three ', 0, 9, p),
      line('four ', 0, 9, b),
      line('five', 0, 9, p),
    ];
    expect(await read(root, items)).toEqual([
      'Document',
      'P',
      '“one ”',
      'Link “two ”',
      '“three ”',
      'Link “four ”',
      '“five”',
    ]);
  });

  it('counts an element as begun when something deep in it is painted', async () => {
    const span = tag('Span');
    const p = tag('P', [tag('Reference', [tag('Link', [span])])]);
    const items = [line('in', 0, 9, span), line('after', 0, 9, p)];
    expect(await read(tag('Document', [p]), items)).toEqual([
      'Document',
      'P',
      'Reference',
      'Link',
      'Span “in”',
      '“after”',
    ]);
  });

  it('joins neighbours into one sequence, and a paragraph over pages into one element', async () => {
    const p = tag('P');
    const root = tag('Document', [p]);
    const pages = [
      [line('a ', 0, 9, p), line('b ', 0, 20, p)],
      [line('head', 0, 9, 'pagination'), line('c', 0, 9, p)],
    ];
    expect(await read(root, ...pages)).toEqual(['Document', 'P', '“a b ”', '“c”']);
  });

  it('splits a sequence around an artefact, without losing the order', async () => {
    const p = tag('P');
    const items = [line('a ', 0, 9, p), line('rule', 0, 9, 'artifact'), line('b', 0, 9, p)];
    expect(await read(tag('Document', [p]), items)).toEqual(['Document', 'P', '“a ”', '“b”']);
  });

  it('keeps empty cells and rows of a table that has content, and drops other empty elements', async () => {
    const head = tag('TH', [], { scope: 'Column' });
    const table = tag('Table', [tag('TR', [head, tag('TD')]), tag('TR', [tag('TD'), tag('TD')])]);
    const root = tag('Document', [table, tag('P'), tag('Table', [tag('TR', [tag('TD')])])]);
    expect(await read(root, [line('x', 0, 9, head)])).toEqual([
      'Document',
      'Table',
      'TR',
      'TH scope=“Column” “x”',
      'TD',
      'TR',
      'TD',
      'TD',
    ]);
  });

  it('writes spans, headers, ids, languages and expansions', async () => {
    const head = tag('TH', [], { scope: 'Column', id: 'ŵ1', colSpan: 2 });
    const cell = tag('TD', [], { headers: ['ŵ1'], rowSpan: 1, colSpan: 2, lang: 'cy' });
    const short = tag('Span', [], { expansion: 'Medium Term Financial Strategy' });
    const root = tag('Document', [tag('Table', [tag('TR', [head]), tag('TR', [cell])]), tag('P', [short])]);
    const items = [line('h', 0, 9, head), line('c', 0, 9, cell), line('MTFS', 0, 9, short)];
    expect(await read(root, items)).toContain('Span expansion=“Medium Term Financial Strategy” “MTFS”');
    expect(await read(root, items)).toContain('TD lang=“cy” colspan=“2” “c”');
    expect(await checkPdf(paint(documentOf(root, [items]), fonts))).toEqual([]);
  });
});
