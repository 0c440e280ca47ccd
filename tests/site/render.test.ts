import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { deadLinks } from '../../scripts/browser/check-links.js';
import { renderSite } from '../../src/site/render.js';
import { input, pack, publication, report } from './fixture.js';

let site: ReadonlyMap<string, string | Uint8Array>;
const page = (path: string): string => {
  const content = site.get(path);
  if (typeof content !== 'string') throw new Error(`There is no page ${path}`);
  return content;
};
const meetingPage = 'meetings/cabinet/2019-01-15/index.html';
const reportPage = `${report.address}/index.html`;

beforeAll(async () => {
  site = await renderSite(input);
});

describe('the site', () => {
  it('has every kind of page, and nothing else', () => {
    const pages = [...site.keys()].filter((path) => path.endsWith('.html'));
    expect(pages).toEqual([
      '404.html',
      'accessibility/index.html',
      'committees/cabinet/index.html',
      'committees/index.html',
      'committees/licensing/index.html',
      'data/index.html',
      'index.html',
      'meetings/cabinet/2018-11-13/index.html',
      'meetings/cabinet/2019-01-15/1/index.html',
      'meetings/cabinet/2019-01-15/5b/draft-budget/index.html',
      'meetings/cabinet/2019-01-15/5b/index.html',
      ...['a', 'b', 'c', 'd', 'e'].map((id) => `meetings/cabinet/2019-01-15/5c/${id}/index.html`),
      'meetings/cabinet/2019-01-15/5c/index.html',
      'meetings/cabinet/2019-01-15/5d/index.html',
      'meetings/cabinet/2019-01-15/6/index.html',
      'meetings/cabinet/2019-01-15/7/index.html',
      meetingPage,
      'meetings/cabinet/2019-02-12/index.html',
      'papers/business-plans/finance-plan/index.html',
      'papers/index.html',
      'people/index.html',
    ]);
  });

  it('is the same bytes when it is rendered again', async () => {
    expect(await renderSite(input)).toEqual(site);
  });

  it('has only links that lead somewhere, anchors included', () => {
    const files = [
      pack.pack,
      pack.agenda,
      ...[...pack.items.values(), ...pack.papers.values()].map((each) => each.pdf),
    ];
    const paths = new Set([
      ...site.keys(),
      ...input.files.map((file) => file.path),
      ...files.map((file) => file.path),
    ]);
    expect(deadLinks({ paths, page, base: '/democracy/' })).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // Matters of taste: void elements and white space as the templates leave them.
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        // Lists without markers lose their role in Safari.
        'no-redundant-role': 'off',
        'prefer-native-element': 'off',
        'no-inline-style': 'error',
      },
    });
    const faults: string[] = [];
    for (const path of site.keys()) {
      if (!path.endsWith('.html')) continue;
      const { results } = await validator.validateString(page(path));
      for (const { messages } of results)
        for (const each of messages)
          faults.push(`${path}:${String(each.line)} ${each.ruleId} ${each.message}`);
    }
    expect(faults).toEqual([]);
  });

  it('names no other host but in links that readers follow', () => {
    for (const [path, content] of site) {
      if (typeof content !== 'string') continue;
      const loaded = content
        .replace(/<a [^>]*>/g, '')
        .replace(/<link rel="canonical"[^>]*>/, '')
        .replaceAll('http://www.w3.org/2000/svg', '');
      expect(/(?:src|href)="(?:https?:)?\/\//.exec(loaded), path).toBeNull();
      expect(/url\("?(?:https?:)?\/\//.exec(loaded), path).toBeNull();
      expect(loaded, path).not.toContain('<script');
    }
  });

  it('escapes what authors and officers type', () => {
    expect(page(reportPage)).toContain('Draft Budget &lt;2019/20&gt; &amp; more');
    expect(page(reportPage)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page(reportPage)).toContain('Borough of Fixture &amp; Sons');
    expect(page(reportPage)).toContain('href="https://example.org/?a=1&amp;b=2"');
  });
});

describe('a meeting page', () => {
  it('prints item numbers in the house style and keeps addresses plain', () => {
    expect(page(meetingPage)).toContain('<div class="item__no">5(b)</div>');
    expect(page(meetingPage)).toContain('id="item-5b"');
  });

  it('says the pages, "To follow", "No papers", "Private" or nothing', () => {
    const cells = [...page(meetingPage).matchAll(/id="item-(\w+)"|<div class="item__pages">([^<]+)</g)].map(
      (m) => m[1] ?? m[2],
    );
    expect(cells).toEqual([
      '1',
      '5',
      '5b',
      'Pages 5–18',
      '5c',
      'Pages 19–100',
      '5d',
      'To follow',
      '6',
      'No papers',
      '7',
      'Private',
    ]);
  });

  it('gives the kind, pages and size of each file', () => {
    expect(page(meetingPage)).toContain('PDF of item 5(b), 14 pages, 412\u00a0KB');
    expect(page(meetingPage)).toContain('332 pages, 14.2\u00a0MB');
  });

  it('says when what is to follow is due, and from whom', () => {
    expect(page(meetingPage)).toContain('Due by noon on Monday 14\u00a0January. From the Director.');
  });

  it('tells of a private item its public title and reason, never its own title', () => {
    expect(page(meetingPage)).toContain('Commercial tenants');
    expect(page(meetingPage)).toContain(
      'paragraph 3, information relating to the financial or business affairs',
    );
    for (const [path, content] of site)
      if (typeof content === 'string') expect(content, path).not.toContain('Secret tenants');
  });

  it('counts the clear days of the notice', () => {
    expect(page(meetingPage)).toContain(
      'Five clear working days fall before the meeting: 8, 9, 10, 11 and 14\u00a0January 2019.',
    );
  });

  it('says that the agenda is to follow instead of showing an empty place', () => {
    expect(page('meetings/cabinet/2019-02-12/index.html')).toContain('The agenda is to follow.');
    expect(page('meetings/cabinet/2018-11-13/index.html')).toContain('This meeting is cancelled.');
  });
});

describe('a paper', () => {
  it('gives every numbered paragraph a link to itself', () => {
    expect(page(reportPage)).toContain('<a class="para__no" href="#p1-2" aria-label="Paragraph 1.2">1.2</a>');
  });

  it('marks where each page of the pack begins, inside a paragraph too', () => {
    const content = page(reportPage);
    expect(content.indexOf('id="page-7"')).toBeLessThan(content.indexOf('id="introduction"'));
    expect(content.indexOf('id="page-8"')).toBeGreaterThan(content.indexOf('id="p1-2"'));
    expect(content.indexOf('id="page-8"')).toBeLessThan(content.indexOf('grant of £9.533m'));
  });

  it('prints the recommendations before the particulars, once', () => {
    const content = page(reportPage);
    expect(content.split('That Cabinet notes the draft budget.')).toHaveLength(2);
    expect(content.indexOf('That Cabinet notes')).toBeLessThan(content.indexOf('Lead officer'));
    expect(content).toContain('>Recommendations</h2>');
  });

  it('lets a screen reader hear minus and no figure', () => {
    expect(page(reportPage)).toContain(
      '<td class="num"><span aria-hidden="true"><span class="nb">−0.822</span></span><span class="vh">minus 0.822</span></td>',
    );
    expect(page(reportPage)).toContain('<span class="vh">no figure</span>');
  });

  it('begins a group of rows at each group heading', () => {
    expect(page(reportPage)).toMatch(
      /<tbody>\s*<tr class="group"><th scope="rowgroup" colspan="5">Savings &amp; resources<\/th>/,
    );
  });

  it('keeps the kind and the first number of a list', () => {
    expect(page(reportPage)).toContain('<ol type="a" start="3" class="list--parens-lower-alpha">');
  });

  it('leads back from a note to each of its marks', () => {
    expect(page(reportPage)).toContain('href="#note_1_mark"');
    expect(page(reportPage)).toContain('href="#note_1_mark_2"');
  });

  it('offers the files of a table that exist, with their size', () => {
    expect(page(reportPage)).toContain('Download table 1 (CSV, 1\u00a0KB)');
    expect(page(reportPage)).toContain('Download table 1 (JSON, 2\u00a0KB)');
    expect(page(reportPage)).not.toContain('Download table 7');
  });

  it('says that a paper without background papers has none', () => {
    expect(page('papers/business-plans/finance-plan/index.html')).toMatch(
      /Background papers<\/h2>\s*<p>None\.<\/p>/,
    );
  });
});

describe('a site of almost nothing', () => {
  it('renders without meetings, papers, people or committees', async () => {
    const empty = await renderSite({
      ...input,
      publication: { ...publication, meetings: [], sharedPapers: [], people: [], committees: [] },
      packs: new Map(),
      files: [],
    });
    expect([...empty.keys()].filter((path) => path.endsWith('.html'))).toEqual([
      '404.html',
      'accessibility/index.html',
      'committees/index.html',
      'index.html',
    ]);
    const pages = new Map([...empty].filter(([, content]) => typeof content === 'string'));
    expect(
      deadLinks({
        base: '/democracy/',
        paths: new Set(empty.keys()),
        page: (path) => pages.get(path) as string,
      }),
    ).toEqual([]);
  });
});

describe('the check of links', () => {
  it('finds files and anchors that are not there', () => {
    const pages: Readonly<Record<string, string>> = {
      'index.html':
        '<a href="a/index.html#yes">a</a> <a href="a/index.html#no">b</a> <a href="c/">c</a> <a href="https://example.org/">d</a>',
      'a/index.html': '<p id="yes"><a href="../index.html?q=1">up</a> <img src="x.png"></p>',
    };
    expect(deadLinks({ paths: new Set(Object.keys(pages)), page: (path) => pages[path] ?? '' })).toEqual([
      { page: 'index.html', href: 'a/index.html#no', why: 'no such anchor' },
      { page: 'index.html', href: 'c/', why: 'no such file' },
      { page: 'a/index.html', href: 'x.png', why: 'no such file' },
    ]);
  });
});
