import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/load/csv.js';
import { loadPublication } from '../../src/load/load-publication.js';
import type { LoadOptions } from '../../src/load/load-publication.js';
import { comparePapers, itemName, soundsClosed } from '../../src/load/names.js';
import { inCouncilTime } from '../../src/load/zone.js';
import { memoryHost } from '../support/memory-host.js';

const base = {
  'data/council.yaml':
    'name: W\naddress: A\ncontact: {}\nsiteAddress: https://example.org/\njurisdiction: england\n',
  'data/people.yaml':
    '- { id: ann, name: Lee, title: Leader, kind: councillor }\n- { id: bob, name: Bob, kind: councillor }\n- { id: cay, name: Cay, title: Head of Law, kind: officer }',
  'data/committees.yaml':
    '- id: cabinet\n  name: Cabinet\n  kind: executive\n  members:\n    - { person: ann, role: chair, from: 2018-05-01 }\n    - { person: bob, until: 2018-12-31 }\n',
};
const meeting = (more = '') =>
  `---\ncommittee: cabinet\ndates: 2019-01-15\ntime: "14:00"\nvenue: Hall\ncontact: cay\n${more}---\n`;
const paper = (more: string) => `---\ntype: document\n${more}\n---\n\nText.\n`;
const folder = 'content/meetings/cabinet/2019-01-15';

function load(files: Readonly<Record<string, string>>, options: LoadOptions = {}) {
  const { value, diagnostics } = loadPublication(memoryHost({ ...base, ...files }), options);
  return { ...value, faults: diagnostics.map((d) => d.message), diagnostics };
}

describe('a meeting', () => {
  test('has items by number, papers by number, addresses by the format', () => {
    const { publication, faults } = load({
      [`${folder}/meeting.md`]: meeting(),
      [`${folder}/10-last.md`]: '---\ntitle: Last\n---\n',
      [`${folder}/05-plans/item.md`]: '---\ntitle: Plans\n---\n',
      [`${folder}/05-plans/05b-law/item.md`]: '---\ntitle: Law\npapers: [plans/law]\n---\n',
      [`${folder}/05-plans/05b-law/10-z.md`]: paper('title: Z'),
      [`${folder}/05-plans/05b-law/2-y.md`]: paper('title: Y\nid: why'),
      [`${folder}/05-plans/05b-law/x.md`]: paper('title: X'),
      [`${folder}/05-plans/05b-law/flow.svg`]: '<svg/>',
      [`${folder}/05-plans/05b-law/_draft.docx`]: 'ignored',
      [`${folder}/05-plans/05a-money.md`]: '---\ntitle: Money\n---\n',
      'content/papers/plans/1-law.md': paper('title: Law plan'),
    });
    expect(faults).toEqual(['there are no items 6, 7, 8, 9 between 5 and 10']);
    const [first] = publication.meetings;
    expect(first!.items.map((i) => [i.number, i.kind, i.children.map((c) => c.number)])).toEqual([
      ['5', 'container', ['5a', '5b']],
      ['10', 'business', []],
    ]);
    expect(first!.items[0]!.children[1]!.papers.map((p) => p.address)).toEqual([
      'meetings/cabinet/2019-01-15/5b/why',
      'meetings/cabinet/2019-01-15/5b/z',
      'meetings/cabinet/2019-01-15/5b/x',
      'papers/plans/law',
    ]);
    expect(first!.items[0]!.children[1]!.papers[3]).toBe(publication.sharedPapers[0]);
  });

  test('has the members of its day, and the version of a notice that was in force', () => {
    const { publication, faults } = load({
      [`${folder}/meeting.md`]: meeting('notices: [film]\n'),
      'data/boilerplate/film.md': '---\nversion: 1\nfrom: 2018-01-01\nuntil: 2019-01-14\n---\nOld.\n',
      'data/boilerplate/film-v2.md': '---\nversion: 2\nfrom: 2019-01-15\ntitle: Filming\n---\nNew.\n',
    });
    expect(faults).toEqual([]);
    expect(publication.meetings[0]!.members).toEqual([{ person: 'ann', role: 'chair' }]);
    expect(publication.meetings[0]!.notices.map((n) => n.title)).toEqual(['Filming']);
    expect(publication.meetings[0]!.title).toBe('Cabinet');
  });

  test('that only is asked for leaves the others unread, and a slip is helped', () => {
    const files = {
      [`${folder}/meeting.md`]: meeting(),
      'content/meetings/cabinet/2019-02-12/meeting.md': 'broken',
    };
    expect(load(files, { only: 'cabinet/2019-01-15' }).faults).toEqual([]);
    expect(load(files, { only: 'cabinet/2019-01-16' }).diagnostics[0]).toMatchObject({
      rule: 'content-is-found',
      hint: 'Did you mean “cabinet/2019-01-15”?',
    });
  });
});

describe('what is printed of people', () => {
  test('is name and office for councillors, the post for officers, and other words as typed', () => {
    const { publication } = load({
      'content/papers/plans/a.md': paper('title: A\nauthors: [ann, bob, cay, Someone Else, officers]'),
    });
    expect(publication.sharedPapers[0]!.authors).toEqual([
      'Councillor Lee, Leader',
      'Councillor Bob',
      'Head of Law',
      'Someone Else',
      'officers',
    ]);
  });
});

describe('closed papers', () => {
  const item = (settings: string) => ({
    [`${folder}/meeting.md`]: meeting(),
    [`${folder}/01-lease/item.md`]: `---\n${settings}\n---\n`,
    [`${folder}/01-lease/1-terms.md`]: paper('title: Secret terms'),
  });
  const stub = 'part: 2\nexempt: { paragraphs: 3, publicInterest: "It would." }\nopenTitle: A lease';

  test.each([
    ['of a closed item', item(`title: Lease to Acme\n${stub}`)],
    ['of an item whose settings have a slip', item(`title: Lease to Acme\nprat: 2`)],
    ['of an item whose settings cannot be read', item('title: Lease: Acme\npart: 2')],
    ['that say so themselves', { 'content/papers/plans/a.md': paper('title: Secret terms\npart: 2') }],
    [
      'with a classification',
      { 'content/papers/plans/a.md': paper('title: Secret terms\nclassification: confidential') },
    ],
    [
      'in a lettered item of a closed one',
      {
        ...item(`title: Lease to Acme\n${stub}`),
        [`${folder}/01-lease/1-terms.md`]: '',
        [`${folder}/01-lease/01a-x/item.md`]: '---\ntitle: X\n---\n',
        [`${folder}/01-lease/01a-x/1-terms.md`]: paper('title: Secret terms'),
      },
    ],
  ])('%s stop the build and are not handed on', (_, files) => {
    const { publication, diagnostics } = load(files);
    expect(diagnostics.some((d) => d.severity === 'error')).toBe(true);
    expect(JSON.stringify(publication.meetings) + JSON.stringify(publication.sharedPapers)).not.toContain(
      'Secret terms',
    );
  });

  test('leave a stub with its open title only', () => {
    const { publication, faults } = load({
      [`${folder}/meeting.md`]: meeting(),
      [`${folder}/01-lease.md`]: `---\ntitle: Lease to Acme\n${stub}\n---\n`,
    });
    expect(faults).toEqual([]);
    expect(publication.meetings[0]!.items[0]).toMatchObject({ title: 'A lease', part: 2, papers: [] });
    expect(JSON.stringify(publication.meetings)).not.toContain('Acme');
  });

  test.each(['exempt-appendix.md', '2-part-2-terms.md', 'Part II.md', 'confidential'])(
    'are suspected by the name %s',
    (name) => expect(soundsClosed(name)).toBe(true),
  );
  test.each(['exemption-policy.md', '2-part-20-review.md', 'party.md', 'confidentially.md'])(
    'are not suspected by the name %s',
    (name) => expect(soundsClosed(name)).toBe(false),
  );
});

describe('the "now" of a build', () => {
  const files = {
    [`${folder}/meeting.md`]: meeting('published: 2019-01-07T16:00\n'),
    'content/papers/plans/a.md': paper('title: A\nlate: { published: 2019-01-10, reason: Late }'),
  };
  test('is what was asked for, else what the council says, else the latest publication', () => {
    expect(load(files, { asAt: '2019-01-01T10:00' }).publication.asAt).toBe('2019-01-01T10:00');
    const council = { 'data/council.yaml': `${base['data/council.yaml']}asAt: 2019-01-20\n` };
    expect(load({ ...files, ...council }).publication.asAt).toBe('2019-01-20T09:00');
    expect(load(files).publication.asAt).toBe('2019-01-10T09:00');
  });

  test.each([
    ['2026-10-24T23:30:00Z', 'Europe/London', '2026-10-25T00:30'],
    ['2026-12-01T12:00Z', 'Europe/London', '2026-12-01T12:00'],
    ['2026-07-01T12:00+02:00', 'Europe/London', '2026-07-01T11:00'],
    ['2026-07-01T12:00:59', 'Europe/London', '2026-07-01T12:00'],
  ])('%s in %s is %s', (value, zone, local) => expect(inCouncilTime(value, zone)).toBe(local));
});

describe('names', () => {
  test('say numbers and letters', () => {
    expect(['05-budget', '05b-draft.md', '5B-x', '12'].map((n) => itemName(n)?.number)).toEqual([
      '5',
      '5b',
      '5b',
      '12',
    ]);
    expect(['budget', '5bc-x', 'b5', '5_x'].map(itemName)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('put papers in order', () => {
    const names = ['z.md', '10-a.md', '2b-c.md', '2-b.md', '2a-x.md', 'a.md'];
    expect([...names].sort(comparePapers)).toEqual([
      '2-b.md',
      '2a-x.md',
      '2b-c.md',
      '10-a.md',
      'a.md',
      'z.md',
    ]);
  });
});

describe('CSV', () => {
  const rows = (text: string) => {
    const { value, diagnostics } = readCsv({ path: 'a.csv', text });
    const cells = value!.items.map((r) =>
      r.kind === 'list' ? r.items.map((c) => (c.kind === 'scalar' ? c.text : '')) : [],
    );
    return { cells, faults: diagnostics.map((d) => d.message) };
  };

  test('keeps quotation marks, line ends and empty cells', () => {
    expect(rows('a,"b ""c"", d"\r\n"two\nlines",\r\n\r\n,x').cells).toEqual([
      ['a', 'b "c", d'],
      ['two\nlines', ''],
      ['', 'x'],
    ]);
    expect(rows('a,')).toEqual({ cells: [['a', '']], faults: [] });
    expect(rows('')).toEqual({ cells: [], faults: [] });
  });

  test('reports formulas and open quotation marks', () => {
    expect(rows('=A1,"x').faults).toHaveLength(2);
    expect(rows('"a"b').faults).toHaveLength(1);
  });

  test('gives back what any writer of CSV puts in', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '£') })
      .map((s) => `x${s}x`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (table) => {
        const text = table.map((row) => row.map((c) => `"${c.replace(/"/g, '""')}"`).join(',')).join('\r\n');
        expect(rows(text)).toEqual({ cells: table, faults: [] });
      }),
    );
  });
});

test('any file at all is read without throwing, and every fault lies in its file', () => {
  const junk = fc.string({
    unit: fc.constantFrom(
      '-',
      '---\n',
      ':',
      ' ',
      '\n',
      'title: x\n',
      'type: report\n',
      '[',
      '{',
      '"',
      'part: 2\n',
      '\t',
      '=',
      '|',
    ),
  });
  fc.assert(
    fc.property(junk, junk, junk, (a, b, c) => {
      const { diagnostics, sources } = load({
        [`${folder}/meeting.md`]: a,
        [`${folder}/01-x/item.md`]: b,
        [`${folder}/01-x/1-p.md`]: c,
      });
      for (const { span } of diagnostics) {
        const length = sources.get(span.file)?.text.length ?? 0;
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(length);
      }
    }),
    { numRuns: 150 },
  );
});

describe('records of data/', () => {
  const people = (more: string) => ({ 'data/people.yaml': `${base['data/people.yaml']}\n${more}` });

  test('with a slip leave the others standing, and their ids are known', () => {
    const { publication, faults, diagnostics } = load({
      ...people('- { id: dee, nmae: Dee, kind: councillor }'),
      'data/committees.yaml':
        '- { id: cabinet, name: Cabinet, kind: executive, members: [ann, dee], quorm: 3 }\n- { id: licensing, name: Licensing, kind: regulatory }\n',
      [`${folder}/meeting.md`]: meeting('members: [ann, dee]\n'),
    });
    expect(faults).toEqual(['a person has no setting “nmae”', 'a committee has no setting “quorm”']);
    expect(diagnostics[0]!.hint).toBe('Did you mean “name”?');
    expect(publication.people.map((p) => p.name)).toEqual(['Lee', 'Bob', 'Cay', 'dee']);
    expect(publication.committees.map((c) => c.id)).toEqual(['cabinet', 'licensing']);
    expect(publication.meetings).toHaveLength(1);
  });

  test('of people that are no list at all are reported once', () => {
    const { faults } = load({ 'data/people.yaml': 'id: ann\nname: Lee\n', 'data/committees.yaml': '' });
    expect(faults[0]).toBe('data/people.yaml is a group of settings, and a list of records is wanted');
  });

  test.each([
    [
      'data/glossary.yaml',
      '- { term: RSG, expantion: Grant }',
      'a term of the glossary has no setting “expantion”',
    ],
    ['data/glossary.yaml', '- { term: RSG }', 'this term of the glossary has no “expansion”'],
    ['data/glossary.yaml', '- { means: Grant }', 'this term of the glossary has no “term”'],
    ['data/corporate-plan.yaml', '- { id: city, titel: A city }', 'a priority has no setting “titel”'],
    ['data/corporate-plan.yaml', 'priorities: [{ id: city }]', 'this priority has no “title”'],
    ['data/legislation.yaml', '- { id: lga-1972, title: Act, yaer: 1972 }', 'an act has no setting “yaer”'],
    [
      'data/registers/pledges.yaml',
      '- { id: pledge-1, title: A, staus: Done }',
      'a pledge has no setting “staus”',
    ],
    [
      'data/registers/pledges.yaml',
      '- { id: pledge-1, title: A, completed: 2019-02-30 }',
      'there is no 30 February 2019',
    ],
    ['data/registers/risks.yaml', '- { title: Flood, score: 12 }', 'this record of a register has no “id”'],
    [
      'data/registers/risks.yaml',
      'id: risk-1',
      'data/registers/risks.yaml is a group of settings, and a list of records is wanted',
    ],
  ])('in %s are checked, each at its place: %s', (path, text, message) => {
    const { diagnostics } = load({ 'content/papers/plans/a.md': paper('title: A'), [path]: text });
    expect(diagnostics.map((d) => d.message)).toContain(message);
    expect(diagnostics.every((d) => d.span.file === path)).toBe(true);
  });

  test('may have fields of their own in registers of other kinds, and terms their other names', () => {
    const { faults } = load({
      'content/papers/plans/a.md': paper('title: A'),
      'data/registers/risks.yaml': '- { id: risk-1, title: Flood, likelihood: 4 }',
      'data/glossary.yaml': '- { id: RSG, means: Revenue Support Grant, aliases: Grant }',
    });
    expect(faults).toEqual([]);
  });
});
