/** Finished packs, read back: what is printed is where it says. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { textInTagOrder } from '#tabled/inspect/text.js';
import { makePacks } from '#tabled/pack/packs.js';
import type { MadePacks, PackTools } from '#tabled/pack/packs.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from '../pdf/read.js';
import type { ReadPdf } from '../pdf/read.js';
import {
  bareBodies,
  itemOf,
  meetingKey,
  meetingOf,
  paperOf,
  publicationOf,
  sampleMeeting,
  words,
} from './sample.js';

const lengths: Readonly<Record<string, number>> = {
  'review-plan': 3,
  'draft-budget': 4,
  'appendix-a': 1,
  'appendix-b': 2,
  'business-plan': 5,
};
const tools: PackTools = {
  fonts: loadFonts(),
  layBody: bareBodies((id) => lengths[id] ?? 1),
  readImage: () => undefined,
  imageSize: () => undefined,
};
const folder = `meetings/${meetingKey}`;
const fileOf = (made: MadePacks, name: string): Uint8Array => {
  const bytes = made.files.get(`${folder}/${name}`);
  if (!bytes) throw new Error(`no ${name}: ${[...made.files.keys()].join(', ')}`);
  return bytes;
};

describe('the packs of a meeting', () => {
  const meeting = sampleMeeting();
  let made: MadePacks;
  let pack: ReadPdf;

  beforeAll(async () => {
    made = makePacks(publicationOf(meeting), meeting, tools);
    pack = await readPdf(fileOf(made, 'pack.pdf'));
  });

  it('are a pack, an agenda, one file for each item with papers and one for each paper', () => {
    expect([...made.files.keys()].sort()).toEqual(
      [
        'pack.pdf',
        'agenda.pdf',
        'large-print.pdf',
        '5a/item.pdf',
        '5b/item.pdf',
        '5c/item.pdf',
        '5a/review-plan/paper.pdf',
        '5b/draft-budget/paper.pdf',
        '5b/appendix-a/paper.pdf',
        '5b/appendix-b/paper.pdf',
        '5c/business-plan/paper.pdf',
      ]
        .map((name) => `${folder}/${name}`)
        .sort(),
    );
    expect(made.diagnostics).toEqual([]);
  });

  it('meet every condition of PDF/UA-1 that a machine can judge', async () => {
    for (const [path, bytes] of made.files) expect(await checkPdf(bytes), path).toEqual([]);
  });

  it('come out the same twice', () => {
    const again = makePacks(publicationOf(meeting), meeting, tools);
    for (const [path, bytes] of made.files)
      expect(Buffer.compare(bytes, again.files.get(path) ?? new Uint8Array()), path).toBe(0);
  });

  it('number page 1 as the first page of the first paper, on a right-hand sheet', () => {
    const front = pack.labels?.indexOf('1') ?? -1;
    expect(pack.labels?.slice(0, front + 2)).toEqual(['i', 'ii', 'iii', 'iv', '1', '2']);
    expect(pack.pages[front]?.text).toContain('Sheet 1 of review-plan.');
    expect(pack.pages[3]?.text).toContain('This page is intentionally left blank.');
  });

  it('print on the agenda the ranges where the papers really stand', () => {
    const agenda = pack.pages[1]?.pieces ?? [];
    const printed = agenda.flatMap((piece) => {
      const range = /^(\d+)–(\d+)$/.exec(piece.text);
      return range ? [{ first: Number(range[1]), last: Number(range[2]), y: piece.y }] : [];
    });
    expect(printed).toHaveLength(3);
    for (const { first, last, y } of printed) {
      const item =
        agenda.find((piece) => Math.abs(piece.y - y) < 0.01 && /^\d+[a-z]?$/.test(piece.text))?.text ?? '';
      const expected = meeting.items[2]?.children.find((own) => own.number === item)?.papers ?? [];
      const pages = pack.labels?.flatMap((label, index) =>
        Number(label) >= first && Number(label) <= last ? [pack.pages[index]?.text ?? ''] : [],
      );
      for (const paper of expected)
        for (let sheet = 1; sheet <= (lengths[paper.id] ?? 0); sheet++)
          expect(pages?.filter((text) => text.includes(`Sheet ${sheet} of ${paper.id}.`))).toHaveLength(1);
      expect(pages).toHaveLength(
        expected.reduce((sum, paper) => sum + (lengths[paper.id] ?? 0) + ((lengths[paper.id] ?? 0) % 2), 0),
      );
      expect(made.facts.items.get(item)?.range).toEqual({ first, last });
    }
  });

  it('begin every paper on an odd page, and say on each blank page that it is one', () => {
    const blanks: string[] = [];
    for (const [index, page] of pack.pages.entries()) {
      const label = pack.labels?.[index] ?? '';
      if (page.text.includes('Sheet 1 of ')) expect(Number(label) % 2).toBe(1);
      if (page.text.includes('intentionally left blank') && /^\d/.test(label)) blanks.push(label);
    }
    expect(blanks).toEqual(['4', '10', '18']);
    expect(pack.pages[pack.labels?.indexOf('18') ?? 0]?.text).toContain('Page 18');
  });

  it('link each title on the agenda to the first page of its papers', () => {
    expect(pack.pages[1]?.links.map((link) => [pack.labels?.[link.page ?? -1], link.contents])).toEqual([
      ['1', 'Select Committee Review Plan, page 1'],
      ['5', 'Draft Budget Report 2019/20, page 5'],
      [
        '13',
        'Customer and Corporate Services, the Chief Executive and a title that needs two lines, page 13',
      ],
      [
        '13',
        'Customer and Corporate Services, the Chief Executive and a title that needs two lines, page 13',
      ],
    ]);
  });

  it('have bookmarks by agenda: session, item, paper, section', () => {
    const flat = (marks: ReadPdf['outline'], depth = 0): readonly string[] =>
      marks.flatMap((mark) => [
        `${'  '.repeat(depth)}${mark.title} (${pack.labels?.[mark.page] ?? ''})`,
        ...flat(mark.children, depth + 1),
      ]);
    expect(flat(pack.outline)).toEqual([
      'Cover (i)',
      'Agenda (ii)',
      'Part II: private business (iii)',
      '1 Apologies (ii)',
      '2 Declarations of interest (ii)',
      '5 Budget (ii)',
      '5a Select Committee Review Plan (1)',
      '  Inside review-plan (1)',
      'Session 1 (5)',
      '  5b Draft Budget Report 2019/20 (5)',
      '    Report on draft-budget (5)',
      '      Inside draft-budget (5)',
      '    Report on appendix-a (9)',
      '      Inside appendix-a (9)',
      '    Report on appendix-b (11)',
      '      Inside appendix-b (11)',
      'Session 2 (13)',
      '  5c Customer and Corporate Services, the Chief Executive and a title that needs two lines (13)',
      '    Inside business-plan (13)',
      '  6 Consultation responses (ii)',
      '  7 Recommendations (ii)',
      '  8 Withdrawn business (ii)',
    ]);
  });

  it('say how long and how large each file is, and where pages begin', async () => {
    for (const fact of [
      made.facts.pack,
      made.facts.agenda,
      ...[...made.facts.papers.values()].map((own) => own.pdf),
    ]) {
      const bytes = made.files.get(fact.path);
      expect(fact.bytes).toBe(bytes?.length);
      expect(fact.pages).toBe((await readPdf(bytes ?? new Uint8Array())).pages.length);
    }
    expect(made.facts.papers.get(`${folder}/5b/appendix-a`)).toMatchObject({
      range: { first: 9, last: 10 },
      marks: [{ page: 9, block: 0 }],
    });
    expect(made.facts.pack.pages).toBe(22);
    expect(made.facts.agenda.pages).toBe(3);
  });

  it('keep the numbers of the pack in the files of items and papers', async () => {
    const item = await readPdf(fileOf(made, '5b/item.pdf'));
    expect(item.labels).toEqual(['5', '6', '7', '8', '9', '10', '11', '12']);
    expect(item.info).toMatchObject({ Title: 'Item 5b: Draft Budget Report 2019/20' });
    expect(item.outline.map((mark) => [mark.title, mark.page])).toEqual([
      ['Report on draft-budget', 0],
      ['Report on appendix-a', 4],
      ['Report on appendix-b', 6],
    ]);
    const paper = await readPdf(fileOf(made, '5b/appendix-a/paper.pdf'));
    expect(paper.labels).toEqual(['9', '10']);
    expect(paper.info).toMatchObject({ Title: 'Report on appendix-a' });
  });

  it('lead from the agenda by itself to the papers on the site', async () => {
    const agenda = await readPdf(fileOf(made, 'agenda.pdf'));
    expect(agenda.pages[1]?.links[0]?.uri).toBe(
      `https://www.plymouth.gov.uk/democracy/${folder}/5a/review-plan/`,
    );
  });

  it('read the agenda aloud as a contents list with sessions as headings', async () => {
    const text = await textInTagOrder(fileOf(made, 'agenda.pdf'));
    expect(text.slice(text.indexOf('H1 “Agenda”'))).toMatchInlineSnapshot(`
      "H1 “Agenda”
            H2 “Part I, in public”
            TOC
              TOCI
                Lbl “1”
                P “Apologies”
                P “To receive apologies from members who cannot attend.”
              TOCI
                Lbl “2”
                P “Declarations of interest”
              TOCI
                Lbl “5”
                P “Budget”
              TOCI
                Lbl “5a”
                Reference
                  Link
                    “Select Committee Review Plan”
                    annotation “Select Committee Review Plan, page 1”
                P
                  Span actual=“pages 1 to 4” “1–4”
            H3 “Session 1”
            P “Wednesday 30 January, 9.30 to 11.00 am”
            TOC
              TOCI
                Lbl “5b”
                Reference
                  Link
                    “Draft Budget Report 2019/20”
                    annotation “Draft Budget Report 2019/20, page 5”
                P
                  Span actual=“pages 5 to 12” “5–12”
                P “3 papers”
            H3 “Session 2”
            P “Wednesday 30 January, 11.15 am to 1.00 pm”
            TOC
              TOCI
                Lbl “5c”
                Reference
                  Link
                    “Customer and Corporate Services, the Chief Executive and a title that needs two lines”
                    annotation “Customer and Corporate Services, the Chief Executive and a title that needs two lines, page 13”
                    annotation “Customer and Corporate Services, the Chief Executive and a title that needs two lines, page 13”
                P
                  Span actual=“pages 13 to 18” “13–18”
                P “Part of this item is private: see Part II”
              TOCI
                Lbl “6”
                P “Consultation responses”
                P “To follow”
                P “To follow by noon on 29 January 2019, from the Head of Legal”
              TOCI
                Lbl “7”
                P “Recommendations”
                P “No papers”
              TOCI
                Lbl “8”
                P “Withdrawn business”
                P “Withdrawn”
                P “Withdrawn: the contract has ended”
          Sect
            H1 “Part II: private business”
            P “Some information may be discussed in private. The papers that hold it are not in this pack.”
            P “Under section 100A(4) of the Local Government Act 1972 the committee may ask the press and public to leave for an item, or part of one, where exempt information would be disclosed. Schedule 12A of the Act lists the kinds of information that are exempt. For each kind the public interest in keeping it private must outweigh the interest in publishing it.”
            H2 “Items that may be taken in private”
            Table
              THead
                TR
                  TH scope=“Column” “Item”
                  TH scope=“Column” “What is private”
                  TH scope=“Column” “Why”
              TBody
                TR
                  TH scope=“Row” “5c”
                  TD “Commercial tenants and terms”
                  TD
                    P “Paragraph 3. Information relating to the financial or business affairs of any particular person (including the authority holding that information).”
                    P “Public interest. Tenants gave the terms in confidence.”
                    P “Review. 31 July 2019.”
            H2 “If you think this should be public”
            P “Tell us before the meeting: Democratic support, 01752 305155. The committee will be told what you said before it decides.”
      "
    `);
  });
});

describe('packs of unusual meetings', () => {
  const make = (meeting: ReturnType<typeof meetingOf>, more: Partial<PackTools> = {}) =>
    makePacks(publicationOf(meeting), meeting, { ...tools, ...more });

  it('are an agenda alone when there are no papers, and say so on the cover', async () => {
    const made = make(meetingOf([itemOf('1', 'Apologies', { kind: 'standing' })]));
    expect([...made.files.keys()]).toEqual([`${folder}/pack.pdf`, `${folder}/agenda.pdf`]);
    const { pages, labels } = await readPdf(fileOf(made, 'pack.pdf'));
    expect(labels).toEqual(['i', 'ii']);
    expect(pages[0]?.text).toContain('No papers.');
    expect(pages[1]?.text).toContain('nil. The whole meeting is in public.');
    expect(await checkPdf(fileOf(made, 'pack.pdf'))).toEqual([]);
  });

  it('are an empty agenda when there are no items at all', async () => {
    const made = make(meetingOf([]));
    expect(await checkPdf(fileOf(made, 'pack.pdf'))).toEqual([]);
  });

  it('go on to further pages when the agenda is long, and keep a session with its first item', async () => {
    const items = Array.from({ length: 90 }, (_, i) =>
      itemOf(String(i + 1), `Business number ${i + 1}`, {
        text: words('A note that explains what the business is about.'),
        papers: [paperOf(String(i + 1), `paper-${i + 1}`)],
        ...(i === 17 ? { session: 's1' } : {}),
      }),
    );
    const made = make(meetingOf(items));
    const { pages, labels } = await readPdf(fileOf(made, 'pack.pdf'));
    const front = labels?.indexOf('1') ?? 0;
    expect(front).toBeGreaterThan(5);
    expect(front % 2).toBe(0);
    const found = pages.slice(0, front).map((page) => page.text.match(/Business number \d+/g) ?? []);
    expect(found.flat()).toEqual(items.map((item) => item.title));
    for (const page of pages.slice(0, front))
      for (const piece of page.pieces)
        if (!piece.text.startsWith('Agenda') && piece.y > 770) expect(piece.text).toMatch(/Plymouth|Chief/);
    const session = pages.findIndex((page) => page.text.includes('Session 1'));
    expect(pages[session]?.text).toContain('Business number 18');
    expect(await checkPdf(fileOf(made, 'pack.pdf'))).toEqual([]);
  });

  it('let a paper begin on the page after an odd one where the pack is not printed on both sides', async () => {
    const odd = [paperOf('1', 'review-plan'), paperOf('1', 'appendix-a'), paperOf('1', 'draft-budget')];
    const made = make(meetingOf([itemOf('1', 'First', { papers: odd })], { duplex: false }));
    expect([...made.facts.papers.values()].map(({ range }) => [range.first, range.last])).toEqual([
      [1, 3],
      [4, 4],
      [5, 8],
    ]);
    const { pages, labels } = await readPdf(fileOf(made, 'pack.pdf'));
    expect(labels?.at(-1)).toBe('8');
    expect(pages.some((page) => page.text.includes('intentionally left blank'))).toBe(false);
  });

  it('wrap the label of a session beside its time', async () => {
    const label =
      'Session 1, with the Cabinet Member for Finance and the Service Director for Customer Services';
    const sessions = [{ id: 's1', label, date: '2019-01-30', start: '11:15', end: '13:00' }];
    const made = make(
      meetingOf([itemOf('1', 'First', { session: 's1', papers: [paperOf('1', 'a')] })], { sessions }),
    );
    const { pages } = await readPdf(fileOf(made, 'agenda.pdf'));
    const page = pages.find((each) => each.text.includes('Session 1'));
    const time = page?.pieces.find((piece) => piece.text.startsWith('Wednesday 30 January'));
    const session = page?.pieces.filter(
      (piece) => label.includes(piece.text.trim()) && piece.text.length > 5,
    );
    expect(new Set(session?.map((piece) => piece.y)).size).toBe(2);
    expect(time?.y).toBe(session?.[0]?.y);
    expect(await checkPdf(fileOf(made, 'agenda.pdf'))).toEqual([]);
  });

  it('lose no line of a note, a notice or a private item whose reason is longer than a page', async () => {
    const sentences = Array.from({ length: 400 }, (_, i) => `Sentence ${i + 1} of a very long note.`);
    const notice = {
      id: 'n',
      title: 'A notice with a title that is long enough to need two lines',
      text: words(sentences.join(' ')),
    };
    const reasons = Array.from({ length: 300 }, (_, i) => `Reason ${i + 1} to keep it private.`).join(' ');
    const secret = itemOf('2', 'Land', { part: 2, exempt: { paragraphs: [3], publicInterest: reasons } });
    const meeting = meetingOf([itemOf('1', 'Long', { text: words(sentences.join(' ')) }), secret], {
      notices: [notice],
    });
    const made = make(meeting);
    const { pages } = await readPdf(fileOf(made, 'pack.pdf'));
    const all = pages.map((page) => page.text).join(' ');
    for (const number of [1, 200, 400]) expect(all.split(`Sentence ${number} of`)).toHaveLength(3);
    for (const number of [1, 150, 300]) expect(all.split(`Reason ${number} to`)).toHaveLength(2);
    for (const page of pages) for (const piece of page.pieces) expect(piece.y).toBeLessThan(803);
    expect(await checkPdf(fileOf(made, 'pack.pdf'))).toEqual([]);
  });

  it('say which block of a note the agenda leaves out', () => {
    const span = { file: 'item.md', start: 3, end: 9 };
    const text = { blocks: [{ kind: 'code-block', span, text: 'x' } as const], notes: [] };
    const made = make(meetingOf([itemOf('1', 'Coded', { text })]));
    expect(made.diagnostics).toMatchObject([
      {
        rule: 'agenda-note-fits',
        severity: 'warning',
        span,
        message: 'the code is not printed on the agenda',
      },
    ]);
  });

  it('never show the title of a private item where it has a public one', async () => {
    const meeting = meetingOf([
      itemOf('1', 'Sale of 12 Example Street to A Person', {
        part: 2,
        openTitle: 'Disposal of land',
        exempt: { paragraphs: [3], publicInterest: 'The price is being negotiated.' },
        papers: [paperOf('1', 'secret')],
      }),
    ]);
    const made = make(meeting);
    for (const [path, bytes] of made.files) {
      const read = await readPdf(bytes);
      const all = JSON.stringify(read);
      expect(all, path).not.toContain('Example Street');
      expect(all, path).toContain('Disposal of land');
    }
    expect([...made.files.keys()]).toHaveLength(2);
    const text = await textInTagOrder(fileOf(made, 'pack.pdf'));
    expect(text).toContain('Paragraph 3. Information relating to the financial or business affairs');
  });

  it('print real papers with true page references, after as many rounds as it takes', async () => {
    const target = `${folder}/2/second`;
    const span = { file: 'x.md', start: 0, end: 0 };
    const first = paperOf('1', 'first', {
      text: {
        blocks: [
          {
            kind: 'paragraph',
            span,
            content: [
              { kind: 'text', text: 'See ' },
              {
                kind: 'link',
                target: { kind: 'paper', paper: target },
                content: [{ kind: 'text', text: 'the second report' }],
                withPage: true,
              },
              { kind: 'text', text: '.' },
            ],
          },
        ],
        notes: [],
      },
    });
    const second = paperOf('2', 'second', { text: words('Nothing more.') });
    const meeting = meetingOf([
      itemOf('1', 'One', { papers: [first] }),
      itemOf('2', 'Two', { papers: [second] }),
    ]);
    const made = makePacks(publicationOf(meeting), meeting, {
      fonts: tools.fonts,
      readImage: () => undefined,
      imageSize: () => undefined,
    });
    expect(made.rounds).toBe(2);
    const page = made.facts.papers.get(target)?.range.first ?? 0;
    expect(page).toBeGreaterThan(2);
    expect(page % 2).toBe(1);
    expect(await textInTagOrder(fileOf(made, '1/first/paper.pdf'))).toContain(
      `the second report, page ${page}`,
    );
    const cut = await readPdf(fileOf(made, '1/first/paper.pdf'));
    expect(cut.pages.flatMap((own) => own.links)[0]?.uri).toBe(
      `https://www.plymouth.gov.uk/democracy/${target}/`,
    );
    expect(await checkPdf(fileOf(made, 'pack.pdf'))).toEqual([]);
  });

  it('name the reference that never settles, and stop', () => {
    const meeting = meetingOf([itemOf('1', 'One', { papers: [paperOf('1', 'restless')] })]);
    const steady = bareBodies(() => 2);
    const long = bareBodies(() => 4);
    const target = { kind: 'paper', paper: `${folder}/1/restless`, anchor: 'sheet-1' } as const;
    let turn = 0;
    const made = make(meeting, {
      layBody: (body, item, start, ctx, final) => {
        ctx.placeOf(target);
        const laid = (turn++ % 2 === 0 ? steady : long)(body, item, start, ctx, final);
        const anchors = new Map([['sheet-1', { index: start.index, y: turn * 10, number: String(turn) }]]);
        return { ...laid, anchors };
      },
    });
    expect(made.rounds).toBe(6);
    expect(made.diagnostics).toMatchObject([
      {
        rule: 'page-reference-settles',
        severity: 'error',
        message: expect.stringContaining('“#sheet-1” in “Report on restless”') as string,
      },
    ]);
  });
});
