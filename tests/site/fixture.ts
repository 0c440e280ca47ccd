/** A small council for the tests of the site: one meeting with every state, a report with tables, a chart and notes. */
import type { Block, Document } from '../../src/model/block.js';
import type { Chart } from '../../src/model/chart.js';
import type { Inline } from '../../src/model/inline.js';
import type { FileFact, PackFacts } from '../../src/model/pack.js';
import type { BackgroundPaper } from '../../src/model/paper.js';
import type { Item, Meeting, Paper, Publication } from '../../src/model/publication.js';
import type { Cell, Column, Row, Table } from '../../src/model/table.js';
import type { SiteInput } from '../../src/site/input.js';

const span = { file: 'fixture.md', start: 0, end: 0 };

export const text = (words: string): Inline => ({ kind: 'text', text: words });

export function paragraph(content: readonly Inline[] | string, number?: string): Block {
  const inlines = typeof content === 'string' ? [text(content)] : content;
  const numbered = number === undefined ? {} : { number, anchor: `p${number.replace('.', '-')}` };
  return { kind: 'paragraph', span, content: inlines, ...numbered };
}

export function heading(level: 2 | 3, words: string, anchor: string, number?: string): Block {
  return {
    kind: 'heading',
    span,
    level,
    content: [text(words)],
    anchor,
    ...(number === undefined ? {} : { number }),
  };
}

type ListBlock = Extract<Block, { kind: 'list' }>;

export function list(marker: ListBlock['marker'], items: readonly string[], start = 1): ListBlock {
  return {
    kind: 'list',
    span,
    marker,
    start,
    tight: true,
    items: items.map((item) => ({ span, blocks: [paragraph(item)] })),
  };
}

export const doc = (blocks: readonly Block[] = [], notes: Document['notes'] = []): Document => ({
  blocks,
  notes,
});

export function figureCell(column: number, printed: string): Cell {
  const spoken =
    printed === '–' ? 'no figure' : printed.startsWith('−') ? printed.replace('−', 'minus ') : undefined;
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    numeric: true,
    content: { kind: 'inline', content: [text(printed)] },
    ...(spoken === undefined ? {} : { spoken }),
  };
}

export function labelCell(label: string, scope: 'row' | 'rowgroup' = 'row', colSpan = 1): Cell {
  return {
    column: 0,
    colSpan,
    rowSpan: 1,
    scope,
    numeric: false,
    content: { kind: 'inline', content: [text(label)] },
  };
}

export function row(
  label: string,
  figures: readonly string[],
  kind: Row['kind'] = 'data',
  formulaLabel?: string,
): Row {
  const cells = [labelCell(label), ...figures.map((figure, index) => figureCell(index + 1, figure))];
  return { kind, cells, ...(formulaLabel === undefined ? {} : { formulaLabel }) };
}

function columns(labels: readonly string[]): readonly Column[] {
  return labels.map((label, index) =>
    index === 0
      ? { key: 'label', label, type: 'text', numeric: false }
      : { key: `c${String(index)}`, label, type: 'money', numeric: true, unit: '£m', decimals: 3 },
  );
}

export const table1: Table = {
  kind: 'table',
  span,
  id: 'revenue-resources',
  anchor: 'revenue-resources',
  number: 1,
  caption: [text('Revenue resources')],
  unitLine: '£ million',
  columns: columns(['Resource', '2019/20 settlement', '2020/21 forecast', '2021/22 forecast']),
  head: [
    {
      cells: [
        { content: [], column: 0, colSpan: 1, rowSpan: 1, scope: 'empty', numeric: false },
        ...['2019/20 settlement', '2020/21 forecast', '2021/22 forecast'].map((label, index) => ({
          content: [text(label)],
          column: index + 1,
          colSpan: 1,
          rowSpan: 1,
          scope: 'col' as const,
          numeric: true,
        })),
      ],
    },
  ],
  rows: [
    row('Revenue support grant', ['9.533', '5.567', '0.000']),
    row('Council tax', ['108.228', '111.288', '114.636']),
    row('Business rates', ['64.391', '66.176', '66.790']),
    row('Total resources', ['182.152', '183.031', '181.426'], 'total'),
  ],
  footer: [[text('3 of 3 totals recalculated and agreed.')]],
};

export const table7: Table = {
  ...table1,
  id: 'position',
  anchor: 'position',
  number: 7,
  caption: [text('Revised budget position')],
  unitLine: '£ million. A minus sign is a reduction.',
  columns: columns([
    'Line',
    'Budget, 2018/19',
    'Forecast, 2019/20',
    'Forecast, 2020/21',
    'Forecast, 2021/22',
  ]),
  head: [
    {
      cells: [
        { content: [], column: 0, colSpan: 1, rowSpan: 2, scope: 'empty', numeric: false },
        { content: [text('Budget')], column: 1, colSpan: 1, rowSpan: 1, scope: 'colgroup', numeric: true },
        { content: [text('Forecast')], column: 2, colSpan: 3, rowSpan: 1, scope: 'colgroup', numeric: true },
      ],
    },
    {
      cells: ['2018/19', '2019/20', '2020/21', '2021/22'].map((label, index) => ({
        content: [text(label)],
        column: index + 1,
        colSpan: 1,
        rowSpan: 1,
        scope: 'col' as const,
        numeric: true,
      })),
    },
  ],
  rows: [
    { kind: 'group', cells: [labelCell('Spending', 'rowgroup', 5)] },
    row(
      'Baseline spending',
      ['183.883', '185.556', '182.152', '183.031'],
      'data',
      'a = resources of the year before',
    ),
    row('Additional costs', ['13.207', '17.395', '11.218', '9.380'], 'data', 'b, from table 3'),
    row('Spending before savings', ['197.090', '202.951', '193.370', '192.411'], 'subtotal', 'c = a + b'),
    { kind: 'group', cells: [labelCell('Savings & resources', 'rowgroup', 5)] },
    row('Savings', ['11.534', '16.021', '–', '−0.822'], 'data', 'd, from table 4'),
    row('Budget gap', ['0.000', '4.778', '7.400', '11.807'], 'total', 'g = e − f'),
  ],
};

export const chart: Chart = {
  kind: 'chart',
  span,
  id: 'gap',
  anchor: 'gap',
  number: 1,
  caption: [text('The gap has grown in 2019/20')],
  unitLine: 'Budget gap, £ million',
  alt: 'For 2019/20 the gap rose from 1.389 to 4.778.',
  data: {
    type: 'bar',
    categories: ['2019/20', '2020/21', '2021/22'],
    series: [
      {
        label: 'Strategy, 19 November 2018',
        values: [1.389, 7.236, 11.779],
        labels: ['1.389', '7.236', '11.779'],
      },
      {
        label: 'This report, 8 January 2019',
        values: [4.778, 7.4, 11.807],
        labels: ['4.778', '7.400', '11.807'],
      },
    ],
  },
  table: { ...table1, caption: [], footer: [] },
  source: [text('Source: tables 5 and 6.')],
};

const cabinetPath = 'meetings/cabinet/2019-01-15';

const reportBlocks: readonly Block[] = [
  {
    kind: 'container',
    span,
    name: 'recommendations',
    anchor: 'recs',
    blocks: [
      list({ style: 'decimal', delimiter: 'period' }, [
        'That Cabinet notes the draft budget.',
        'That it asks for more.',
      ]),
    ],
  },
  heading(2, 'Introduction', 'introduction', '1'),
  paragraph('Council approved the strategy on 19 November 2018.', '1.1'),
  paragraph(
    [
      text('The gap is '),
      {
        kind: 'strong',
        content: [{ kind: 'figure', text: '£4.778m', formula: 'position[Budget gap, 2019/20]' }],
      },
      text(' ('),
      {
        kind: 'link',
        target: { kind: 'paper', paper: `${cabinetPath}/5b/draft-budget`, anchor: 'position' },
        content: [text('Table 7')],
        withPage: true,
      },
      text('), a fall of '),
      { kind: 'figure', text: '−1.2', spoken: 'minus 1.2', formula: 'x' },
      { kind: 'note-mark', note: 'mtfs', number: 1 },
      text(' under the '),
      { kind: 'abbreviation', text: 'MTFS', expansion: 'Medium Term Financial Strategy' },
      text(', again'),
      { kind: 'note-mark', note: 'mtfs', number: 1 },
      text('. See '),
      {
        kind: 'link',
        target: { kind: 'web', href: 'https://example.org/?a=1&b=2' },
        content: [],
        withPage: false,
      },
    ],
    '1.2',
  ),
  list({ style: 'bullet' }, ['grant of £9.533m;', 'a return to 50% retention.']),
  list({ style: 'lower-alpha', delimiter: 'parens' }, ['third thing', 'fourth thing'], 3),
  heading(2, 'Resources', 'resources', '2'),
  heading(3, 'What we hold', 'what-we-hold'),
  paragraph('Table 1 sets out the resources.', '2.1'),
  table1,
  chart,
  paragraph('Table 7 brings the position together.', '2.2'),
  table7,
  {
    kind: 'definition-list',
    span,
    entries: [{ terms: [[text('Baseline')]], definitions: [[paragraph('What was spent the year before.')]] }],
  },
  { kind: 'quote', span, lang: 'cy', blocks: [paragraph('Bore da, Ynys Môn ŵ ŷ.')] },
  { kind: 'code-block', span, text: '=SUM(ABOVE) <b>&' },
  {
    kind: 'container',
    span,
    name: 'callout',
    title: [text('Remember')],
    blocks: [paragraph('<script>alert(1)</script> & "quotes"')],
  },
];

const basePaper = {
  status: 'final',
  authors: ['Head of Financial Planning'],
  numbering: 'paragraphs',
  contents: true,
  particulars: [{ label: 'Lead officer', value: 'Service Director for Finance' }],
  span,
  file: 'fixture.md',
} as const;

const backgroundPapers: readonly BackgroundPaper[] = [
  {
    title: 'Medium Term Financial Strategy',
    date: '2018-11-19',
    location: 'Council',
    link: 'https://example.org/mtfs',
    part: 1,
  },
  { title: 'Tenants', part: 2, paragraphs: [3] },
];

export const report: Paper = {
  ...basePaper,
  id: 'draft-budget',
  address: `${cabinetPath}/5b/draft-budget`,
  type: 'report',
  title: 'Draft Budget <2019/20> & more',
  meeting: 'Cabinet, 15 January 2019',
  date: '2019-01-08',
  version: '2',
  supersedes: 'version 1 of 22 January',
  backgroundPapers,
  signOff: [{ desk: 'Finance', code: '18.19.173' }, { desk: 'Legal' }],
  memberAgreed: true,
  text: doc(reportBlocks, [{ id: 'mtfs', number: 1, blocks: [paragraph('Approved on 19 November 2018.')] }]),
};

const appendix = (id: string, title: string): Paper => ({
  ...basePaper,
  id,
  address: `${cabinetPath}/5c/${id}`,
  type: 'appendix',
  title,
  numbering: 'none',
  text: doc([heading(2, 'Figures', 'figures'), paragraph(`What ${title} says.`), { ...table1, number: 1 }]),
});

export const shared: Paper = {
  ...basePaper,
  id: 'finance-plan',
  address: 'papers/business-plans/finance-plan',
  type: 'business-plan',
  title: 'Finance business plan',
  numbering: 'headings',
  backgroundPapers: 'none',
  text: doc([heading(2, 'Plan', 'plan', '1'), paragraph('What we will do.')]),
};

const baseItem = {
  kind: 'business',
  part: 1,
  text: doc(),
  papers: [],
  children: [],
  span,
  file: 'fixture.md',
} as const;

const items: readonly Item[] = [
  {
    ...baseItem,
    number: '1',
    title: 'Apologies',
    kind: 'standing',
    text: doc([paragraph('To receive apologies.')]),
  },
  {
    ...baseItem,
    number: '5',
    title: 'Budget',
    kind: 'container',
    children: [
      {
        ...baseItem,
        number: '5b',
        title: 'Draft budget',
        session: 'one',
        presenter: 'Councillor Lowry',
        papers: [report],
      },
      {
        ...baseItem,
        number: '5c',
        title: 'Directorates',
        session: 'two',
        papers: [
          {
            ...appendix('a', 'Appendix A'),
            late: { published: '2019-01-10T09:00', reason: 'it was revised' },
          },
          appendix('b', 'Appendix B'),
          appendix('c', 'Appendix C'),
          appendix('d', 'Appendix D'),
          appendix('e', 'Appendix E'),
        ],
      },
      {
        ...baseItem,
        number: '5d',
        title: 'Place',
        session: 'two',
        status: { state: 'to-follow', due: '2019-01-14T12:00', owner: 'the Director' },
      },
    ],
  },
  { ...baseItem, number: '6', title: 'Recommendations' },
  {
    ...baseItem,
    number: '7',
    title: 'Secret tenants',
    openTitle: 'Commercial tenants',
    part: 2,
    exempt: { paragraphs: [3], publicInterest: 'It would harm the tenants', reviewOn: '2027-03-01' },
  },
];

export const meeting: Meeting = {
  key: 'cabinet/2019-01-15',
  committee: 'cabinet',
  title: 'Cabinet',
  subject: 'Draft budget for 2019/20',
  dates: ['2019-01-15', '2019-01-16'],
  time: '14:00',
  venue: 'Council House',
  published: '2019-01-07T16:10',
  contact: ['officer'],
  members: [{ person: 'bowyer', role: 'chair' }, { person: 'beer' }],
  webcast: 'https://example.org/live',
  sessions: [
    { id: 'one', label: 'Session 1', date: '2019-01-15', start: '14:00', end: '15:30' },
    { id: 'two', label: 'Session 2', date: '2019-01-16', start: '09:30', end: '13:00' },
  ],
  status: 'published',
  duplex: true,
  text: doc([paragraph('Cabinet considers the budget.')]),
  notices: [{ id: 'filming', title: 'Filming', text: doc([paragraph('This meeting is broadcast.')]) }],
  items,
  span,
  file: 'fixture.md',
};

const planned: Meeting = {
  ...meeting,
  key: 'cabinet/2019-02-12',
  title: 'Cabinet: budget',
  dates: ['2019-02-12'],
  status: 'planned',
  items: [],
  notices: [],
  sessions: [],
  members: [],
  contact: [],
  text: doc(),
};

const past: Meeting = { ...planned, key: 'cabinet/2018-11-13', dates: ['2018-11-13'], status: 'cancelled' };

export const publication: Publication = {
  council: {
    name: 'Borough of Fixture & Sons',
    address: ['Ballard House', 'Plymouth PL1 3BJ'],
    contact: { telephone: '01752 305155', email: 'democracy@example.org' },
    siteAddress: 'https://example.org/democracy',
    jurisdiction: 'england',
    timeZone: 'Europe/London',
    style: { negative: 'minus', itemNumbers: 'brackets', words: [] },
  },
  committees: [
    {
      id: 'cabinet',
      name: 'Cabinet',
      kind: 'executive',
      purpose: 'Cabinet recommends the budget to Council.',
      quorum: 4,
      members: [
        { person: 'bowyer', role: 'chair' },
        { person: 'beer' },
        { person: 'gone', until: '2018-05-01' },
      ],
      contact: ['officer'],
      span,
    },
    { id: 'licensing', name: 'Licensing', kind: 'committee', members: [], contact: [], span },
  ],
  people: [
    {
      id: 'bowyer',
      name: 'Bowyer',
      aliases: [],
      kind: 'councillor',
      ward: 'Eggbuckland',
      party: 'Conservative',
      span,
    },
    { id: 'beer', name: 'Mrs Beer', aliases: [], kind: 'councillor', span },
    { id: 'gone', name: 'Gone', aliases: [], kind: 'councillor', span },
    {
      id: 'officer',
      name: 'Democratic Support',
      aliases: [],
      kind: 'officer',
      email: 'officer@example.org',
      span,
    },
  ],
  meetings: [past, meeting, planned],
  sharedPapers: [shared],
  asAt: '2019-01-10T09:00',
};

const file = (path: string, bytes: number, pages?: number): FileFact => ({
  path,
  bytes,
  ...(pages === undefined ? {} : { pages }),
});

const folder = cabinetPath;
export const pack: PackFacts = {
  meeting: meeting.key,
  pack: file(`${folder}/pack.pdf`, 14_200_000, 332),
  agenda: file(`${folder}/agenda.pdf`, 88_000, 3),
  items: new Map([
    ['5b', { range: { first: 5, last: 18 }, pdf: file(`${folder}/5b/item.pdf`, 412_000, 14) }],
    ['5c', { range: { first: 19, last: 100 }, pdf: file(`${folder}/5c/item.pdf`, 3_100_000, 82) }],
  ]),
  papers: new Map([
    [
      report.address,
      {
        range: { first: 5, last: 18 },
        pdf: file(`${report.address}/paper.pdf`, 400_000, 14),
        marks: [
          { page: 7, block: 1 },
          { page: 8, block: 4 },
          { page: 9, block: 9 },
        ],
      },
    ],
  ]),
};

/** Widths in the proportion of the real face: enough for a drawing. */
const measure = { width: (words: string, size: number): number => words.length * size * 0.5 };

export const input: SiteInput = {
  publication,
  packs: new Map([[meeting.key, pack]]),
  files: [
    file(`${report.address}/tables/revenue-resources.csv`, 700),
    file(`${report.address}/tables/revenue-resources.json`, 2_100),
    file(`${report.address}/tables/gap.csv`, 300),
    file(`${folder}/meeting.ics`, 900),
    file('feed.xml', 4_000),
  ],
  notices: new Map([
    [
      meeting.key,
      { clearDays: ['2019-01-08', '2019-01-09', '2019-01-10', '2019-01-11', '2019-01-14'], required: 5 },
    ],
  ]),
  measure,
};
