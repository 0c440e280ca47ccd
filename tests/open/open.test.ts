/** Open data: text that spreadsheets, calendars, feed readers and programs can read, the same bytes each time. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Council } from '../../src/model/council.js';
import type { Item, Meeting, Paper, Publication } from '../../src/model/publication.js';
import type { Cell, Table } from '../../src/model/table.js';
import { calendarIcs, meetingIcs } from '../../src/open/calendar.js';
import { tableCsv } from '../../src/open/csv.js';
import { atomFeed, sitemap } from '../../src/open/feed.js';
import { manifest } from '../../src/open/manifest.js';
import { meetingJson } from '../../src/open/meeting-json.js';
import { tableJson } from '../../src/open/table-json.js';
import { isSummerTime, rfc3339, utcStamp } from '../../src/open/time.js';

const span = { file: 'x.md', start: 0, end: 0 };
const blank = { blocks: [], notes: [] };

function cell(column: number, text: string, value?: string, more: Partial<Cell> = {}): Cell {
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    numeric: value !== undefined,
    content: { kind: 'inline', content: [{ kind: 'text', text }] },
    ...(value === undefined || value === '' ? {} : { value }),
    ...more,
  };
}

function table(rows: Table['rows']): Table {
  return {
    kind: 'table',
    span,
    id: 'gap',
    number: 3,
    caption: [{ kind: 'text', text: 'The gap' }],
    unitLine: '£ million',
    columns: [
      { key: 'item', label: 'Item', type: 'text', numeric: false },
      { key: 'y1', label: 'Forecast, 2019/20', type: 'money', numeric: true, unit: '£m', decimals: 3 },
    ],
    head: [],
    rows,
    footer: [],
  };
}

/** A reader of RFC 4180, to compare with. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      field += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || (c === '\r' && text[i + 1] === '\n'))) {
      records.at(-1)!.push(field);
      field = '';
      if (c === '\r') {
        records.push([]);
        i++;
      }
    } else field += c ?? '';
  }
  return records.slice(0, -1);
}

describe('CSV', () => {
  it('has a byte order mark, flattened heads, CRLF and hyphens for minus', () => {
    const csv = tableCsv(
      table([
        { kind: 'data', cells: [cell(0, 'Savings, £'), cell(1, '\u22121.544', '-1.544')] },
        { kind: 'data', cells: [cell(0, 'None'), cell(1, '–', '')] },
      ]),
    );
    expect(csv).toBe('\uFEFFItem,"Forecast, 2019/20"\r\n"Savings, £",-1.544\r\nNone,\r\n');
  });

  it('repeats a cell that spans rows, so that every record is whole', () => {
    const csv = tableCsv(
      table([
        { kind: 'data', cells: [cell(0, 'Both', undefined, { rowSpan: 2 }), cell(1, '1', '1')] },
        { kind: 'data', cells: [cell(1, '2', '2')] },
      ]),
    );
    expect(parseCsv(csv.slice(1)).slice(1)).toEqual([
      ['Both', '1'],
      ['Both', '2'],
    ]);
  });

  it('gives back any text, and none that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const label = text.trim();
        const [, record] = parseCsv(
          tableCsv(table([{ kind: 'data', cells: [cell(0, text), cell(1, '1', '1')] }])).slice(1),
        );
        expect(record).toHaveLength(2);
        expect(record![0]!.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(label);
        expect(record![0]).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe('JSON of a table', () => {
  it('keeps every digit and says how a figure was made', () => {
    const read = JSON.parse(
      tableJson(
        table([
          {
            id: 'total',
            kind: 'total',
            cells: [cell(0, 'Total'), cell(1, '1.10', '1.10', { formula: 'SUM(ABOVE)', checked: true })],
          },
        ]),
        { paper: 'Budget', url: 'https://x.example/p/', label: 'Table 3' },
      ),
    ) as { rows: unknown; columns: unknown };
    expect(read.rows).toEqual([
      {
        id: 'total',
        kind: 'total',
        cells: {
          item: { text: 'Total' },
          y1: { value: '1.10', text: '1.10', formula: 'SUM(ABOVE)', checked: true },
        },
      },
    ]);
    expect(read.columns).toHaveLength(2);
  });
});

describe('time', () => {
  it.each([
    ['2019-01-23T09:00', '20190123T090000Z'],
    ['2019-07-01T00:30', '20190630T233000Z'],
    ['2019-03-31T00:59', '20190331T005900Z'],
    ['2019-03-31T02:00', '20190331T010000Z'],
    ['2019-10-27T01:59', '20191027T005900Z'],
    ['2019-10-27T02:00', '20191027T020000Z'],
    ['2019-06-03', '20190603T080000Z'],
  ])('of the council %s is %s', (local, utc) => {
    expect(utcStamp(local)).toBe(utc);
  });

  it('agrees with the zone database over the years', () => {
    const london = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2040 }), fc.integer({ min: 0, max: 364 }), (year, day) => {
        const noon = new Date(Date.UTC(year, 0, 1 + day, 12));
        expect(isSummerTime(`${noon.toISOString().slice(0, 10)}T12:00`)).toBe(london.format(noon) === '13');
      }),
    );
    expect(rfc3339('2019-07-01T09:00')).toBe('2019-07-01T09:00:00+01:00');
  });
});

const council: Council = {
  name: 'Plymouth & District',
  address: [],
  contact: {},
  siteAddress: 'https://papers.example.org',
  jurisdiction: 'england',
  timeZone: 'Europe/London',
  style: { negative: 'minus', itemNumbers: 'plain', words: [] },
};

const paper = (id: string): Paper => ({
  id,
  address: `meetings/cabinet/2019-01-30/5/${id}`,
  type: 'report',
  title: `Report <${id}>`,
  status: 'final',
  authors: [],
  numbering: 'none',
  contents: false,
  particulars: [],
  text: blank,
  span,
  file: 'x.md',
});

const item = (number: string, more: Partial<Item> = {}): Item => ({
  number,
  title: `Item ${number}`,
  kind: 'business',
  part: 1,
  text: blank,
  papers: [],
  children: [],
  span,
  file: 'x.md',
  ...more,
});

const meeting: Meeting = {
  key: 'cabinet/2019-01-30',
  committee: 'cabinet',
  title: 'Cabinet; budget, and more',
  dates: ['2019-01-30', '2019-07-31'],
  time: '10:00',
  venue:
    'Warspite Room, Council House, Plymouth, a venue with a name so long that its line must be folded — ŵ ŷ',
  published: '2019-01-22T16:10',
  contact: [],
  members: [],
  sessions: [
    { id: 'a', label: 'Opening', date: '2019-01-30', start: '09:30', end: '11:00' },
    { id: 'b', label: 'Health', date: '2019-01-30', start: '11:15', end: '13:00' },
  ],
  status: 'published',
  duplex: true,
  text: blank,
  notices: [],
  items: [
    item('5', {
      papers: [paper('open')],
      children: [
        item('5b', {
          papers: [
            { ...paper('late'), late: { published: '2019-01-28T12:00', reason: 'Figures came late.' } },
          ],
        }),
      ],
    }),
    item('9', { part: 2, openTitle: 'A contract', title: 'Secret name', papers: [paper('closed')] }),
  ],
  span,
  file: 'm.md',
};

const publication: Publication = {
  council,
  committees: [],
  people: [],
  meetings: [meeting],
  sharedPapers: [],
  asAt: '2019-01-29T09:00',
};

describe('the calendar', () => {
  const ics = meetingIcs(meeting, council, publication.asAt);
  const lines = ics.replace(/\r\n /g, '').split('\r\n');

  it('folds at 75 octets without cutting a character, and unfolds to what was meant', () => {
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(lines).toContain(
      'LOCATION:Warspite Room\\, Council House\\, Plymouth\\, a venue with a name so long that its line must be folded — ŵ ŷ',
    );
  });

  it('has an entry for each day, from its first session to its last', () => {
    expect(lines.filter((line) => line.startsWith('DTSTART;'))).toEqual([
      'DTSTART;TZID=Europe/London:20190130T093000',
      'DTSTART;TZID=Europe/London:20190731T100000',
    ]);
    expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([
      'DTEND;TZID=Europe/London:20190130T130000',
    ]);
    expect(lines.filter((line) => line.startsWith('UID'))).toEqual([
      'UID:cabinet-2019-01-30-20190130@papers.example.org',
      'UID:cabinet-2019-01-30-20190731@papers.example.org',
    ]);
    expect(lines.filter((line) => line === 'DTSTAMP:20190122T161000Z')).toHaveLength(2);
    expect(lines).toContain('SUMMARY:Cabinet\\; budget\\, and more\\, day 1 of 2');
  });

  it('opens and closes each of its parts', () => {
    const open: string[] = [];
    for (const line of lines) {
      if (line.startsWith('BEGIN:')) open.push(line.slice(6));
      if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4));
    }
    expect(open).toEqual([]);
  });

  it('cancels what is cancelled', () => {
    const off = calendarIcs([{ ...meeting, status: 'cancelled' }], council, publication.asAt);
    expect(off.match(/STATUS:CANCELLED\r\nSEQUENCE:1/g)).toHaveLength(2);
  });
});

describe('the meeting as JSON', () => {
  it('never names the papers or the closed title of a closed item', () => {
    const text = meetingJson(meeting, publication, undefined);
    expect(text).toContain('A contract');
    expect(text).not.toContain('Secret');
    expect(text).not.toContain('closed');
    expect(text).toContain('"published": "2019-01-22T16:10:00Z"');
  });

  it('names large print, supplements and the pages that were added to an item', () => {
    const file = (name: string) => ({ path: `meetings/${meeting.key}/${name}`, bytes: 10, pages: 2 });
    const number = meeting.items[0]?.number ?? '';
    const text = meetingJson(meeting, publication, {
      meeting: meeting.key,
      pack: file('pack.pdf'),
      agenda: file('agenda.pdf'),
      largePrint: file('large-print.pdf'),
      supplements: [
        { published: '2019-01-28', range: { first: 9, last: 12 }, pdf: file('supplement-1.pdf') },
      ],
      items: new Map([
        [number, { range: { first: 1, last: 4 }, more: [{ first: 9, last: 12 }], pdf: file('1/item.pdf') }],
      ]),
      papers: new Map(),
    });
    const url = (name: string) => `${council.siteAddress}/meetings/${meeting.key}/${name}`;
    expect(JSON.parse(text)).toMatchObject({
      largePrint: { url: url('large-print.pdf'), bytes: 10, pages: 2 },
      supplements: [
        { published: '2019-01-28', pages: { first: 9, last: 12 }, pdf: { url: url('supplement-1.pdf') } },
      ],
      items: [{ pages: { first: 1, last: 4 }, morePages: [{ first: 9, last: 12 }] }, {}],
    });
  });
});

describe('the feed', () => {
  const feed = atomFeed(publication);

  it('lists open papers, the latest first, dated by the content', () => {
    const ids = [...feed.matchAll(/<id>([^<]+)<\/id>/g)].map((match) => match[1]);
    expect(ids.slice(1)).toEqual([
      'https://papers.example.org/meetings/cabinet/2019-01-30/5/late/',
      'https://papers.example.org/meetings/cabinet/2019-01-30/',
      'https://papers.example.org/meetings/cabinet/2019-01-30/5/open/',
    ]);
    expect(feed).toContain('<updated>2019-01-28T12:00:00Z</updated>');
  });

  it('escapes what authors typed', () => {
    expect(feed).toContain('Report &lt;late&gt;');
    expect(feed).toContain('Plymouth &amp; District');
  });

  it('leaves out what is not published', () => {
    const { published, ...planned } = meeting;
    expect(published).toBeDefined();
    expect(atomFeed({ ...publication, meetings: [planned] })).not.toContain('<entry>');
  });
});

describe('sitemap and manifest', () => {
  it('list each page once, in order', () => {
    const urls = [...sitemap(['b/', '', 'a b/', 'b/'], council.siteAddress).matchAll(/<loc>([^<]*)/g)].map(
      (match) => match[1],
    );
    expect(urls).toEqual([
      'https://papers.example.org/',
      'https://papers.example.org/a%20b/',
      'https://papers.example.org/b/',
    ]);
  });

  it('gives the checksum of every other file, whatever the order they came in', () => {
    const bytes = Buffer.from('hello');
    const files = new Map([
      ['b.txt', bytes],
      ['a.txt', new Uint8Array()],
      ['manifest.json', bytes],
    ]);
    const text = manifest(files);
    expect(text).toBe(manifest(new Map([...files].reverse())));
    expect(JSON.parse(text)).toEqual({
      algorithm: 'SHA-256',
      files: [
        {
          path: 'a.txt',
          bytes: 0,
          sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        },
        { path: 'b.txt', bytes: 5, sha256: createHash('sha256').update(bytes).digest('hex') },
      ],
    });
  });
});
