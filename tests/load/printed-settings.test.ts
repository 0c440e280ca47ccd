/** Every setting that the format takes is printed somewhere. */
import { describe, expect, test } from 'vitest';
import { loadPublication } from '../../src/load/load-publication.js';
import { soundsClosed } from '../../src/load/names.js';
import { breaksInWords, hashtagInWords } from '../../src/model/breaks.js';
import { checkPublication } from '../../src/rules/check.js';
import { memoryHost } from '../support/memory-host.js';

const folder = 'content/meetings/cabinet/2019-01-15';
const base = {
  'data/council.yaml':
    'name: W\naddress: A\ncontact: {}\nsiteAddress: https://example.org/\njurisdiction: england\n',
  'data/people.yaml':
    '- { id: ann, name: Lee, kind: councillor }\n- { id: law-head, name: Cay, title: Head of Law, kind: officer }\n',
  'data/committees.yaml':
    '- id: cabinet\n  name: Cabinet\n  kind: executive\n  members:\n    - { person: ann, until: 2019-01-15 }\n',
};
const meeting = (more = '') =>
  `---\ncommittee: cabinet\ndates: 2019-01-15\ntime: "14:00"\nvenue: Hall\ncontact: law-head\n${more}---\n`;
const paper = (more: string) => `---\ntype: document\ntitle: A\n${more}\n---\n\nText.\n`;
const minutes = (more: string) =>
  `---\ntype: minutes\ntitle: Minutes\ndate: 2019-01-15\nauthors: ann\nminutesOf: cabinet/2019-01-15\nstarted: 2.00 pm\nfinished: 4.00 pm\nchair: ann\npresent: ann\n${more}\n---\n\nText.\n`;

function load(files: Readonly<Record<string, string>>) {
  const { value, diagnostics } = loadPublication(memoryHost({ ...base, ...files }), {});
  const all = [...diagnostics, ...checkPublication(value.publication)];
  return { ...value, all, faults: all.map((d) => `${d.rule}: ${d.message}`) };
}
const rules = (files: Readonly<Record<string, string>>, rule: string) =>
  load(files).faults.filter((fault) => fault.startsWith(`${rule}: `));

describe('settings of a meeting', () => {
  test('hand breaks and hashtag on, and a decision of an open item alone', () => {
    const { publication } = load({
      [`${folder}/meeting.md`]: meeting(
        'hashtag: Budget\nbreaks: ["lunch at noon", { start: "11:00", end: "11:15" }]\n',
      ),
      [`${folder}/01-a.md`]: '---\ntitle: A\ndecision: Agreed as recommended\n---\n',
      [`${folder}/02-b.md`]:
        '---\ntitle: B\npart: 2\nexempt: { paragraphs: 3, publicInterest: X }\nopenTitle: B\ndecision: Sold to Acme\n---\n',
    });
    const [found] = publication.meetings;
    expect(breaksInWords(found?.breaks)).toBe('lunch at noon; 11.00 to 11.15\u00a0am');
    expect(hashtagInWords(found?.hashtag ?? '')).toBe('#Budget');
    expect(found?.items.map((item) => item.decision)).toEqual(['Agreed as recommended', undefined]);
  });

  test('count the last day of a member as a day of membership', () => {
    const { publication } = load({ [`${folder}/meeting.md`]: meeting() });
    expect(publication.meetings[0]?.members.map((m) => m.person)).toEqual(['ann']);
  });
});

describe('settings of a paper', () => {
  const path = 'content/papers/plans/a.md';

  test('print the sections that do not apply with their reasons', () => {
    const { publication } = load({
      [path]: paper('sections: { not-applicable: { climate-impact: No building is changed } }'),
    });
    expect(publication.sharedPapers[0]?.particulars).toEqual([
      { label: 'Climate impact', value: 'Not applicable: No building is changed' },
    ]);
  });

  test('name papers and meetings that exist, where they are ids', () => {
    const found = (supersedes: string) =>
      rules({ [path]: paper(`supersedes: ${supersedes}`) }, 'settings-name-what-exists');
    expect(found('version 1 of 3 January 2019')).toEqual([]);
    expect(found('plans/a')).toEqual([]);
    expect(found('plans/b')).toEqual([
      'settings-name-what-exists: “supersedes” names “plans/b”, and there is no such paper or meeting',
    ]);
    const { all } = load({
      [`${folder}/meeting.md`]: meeting(),
      [path]: minutes('').replace('cabinet/2019-01-15', 'cabinet/2019-01-16'),
    });
    expect(all.find((d) => d.rule === 'settings-name-what-exists')).toMatchObject({
      severity: 'warning',
      hint: 'Did you mean “cabinet/2019-01-15”?',
    });
  });

  test('name people that exist, in clearances too', () => {
    const report = (by: string) =>
      `---\ntype: report\ntitle: A\ndate: 2019-01-02\nauthors: ann\ncabinetMember: ann\ncontact: law-head\nkeyDecision: true\npart: 1\neia: true\nbackgroundPapers: none\nsignOff: { finance: { code: f1, by: ${by} } }\n---\n\nText.\n`;
    expect(rules({ [path]: report('law-haed') }, 'person-is-known')).toHaveLength(1);
    const { publication } = load({ [path]: report('law-head') });
    expect(publication.sharedPapers[0]?.signOff).toEqual([
      { desk: 'Finance', code: 'f1', by: 'Head of Law' },
    ]);
  });

  test('name paragraphs of the Schedule for closed background papers', () => {
    const report = (paragraph: number) =>
      `---\ntype: report\ntitle: A\ndate: 2019-01-02\nauthors: ann\ncabinetMember: ann\ncontact: law-head\nkeyDecision: true\npart: 1\neia: true\nbackgroundPapers: [{ title: Terms, part: 2, paragraphs: ${String(paragraph)} }]\nsignOff: {}\n---\n\nText.\n`;
    expect(rules({ [path]: report(7) }, 'exemption-is-known')).toEqual([]);
    expect(rules({ [path]: report(8) }, 'exemption-is-known')).toEqual([
      'exemption-is-known: the background paper “Terms” is exempt by paragraph 8, which Schedule 12A does not have',
    ]);
  });

  test('let minutes finish after they started', () => {
    const found = (finished: string) =>
      rules(
        { [`${folder}/meeting.md`]: meeting(), [path]: minutes('').replace('4.00 pm', finished) },
        'dates-run-forward',
      );
    expect(found('4.00 pm')).toEqual([]);
    expect(found('at half past four')).toEqual([]);
    for (const slip of ['1.30 pm', '4.00 am', '"13:59"', 'noon']) expect(found(slip), slip).toHaveLength(1);
  });

  test('date a paper before its meeting ends, but for minutes', () => {
    const found = (text: string) =>
      rules(
        {
          [`${folder}/meeting.md`]: meeting(),
          [`${folder}/01-a/item.md`]: '---\ntitle: A\n---\n',
          [`${folder}/01-a/1-a.md`]: text,
        },
        'dates-run-forward',
      );
    expect(found(paper('date: 2019-01-15'))).toEqual([]);
    expect(found(minutes('').replace('date: 2019-01-15', 'date: 2019-01-20'))).toEqual([]);
    expect(found(paper('date: 2019-01-16'))).toEqual([
      'dates-run-forward: “A” is dated 16 January 2019, and its meeting is on 15 January 2019',
    ]);
  });
});

test.each(['restricted-terms.md', 'not for publication.md', 'terms restricted'])(
  '%s sounds closed',
  (name) => {
    expect(soundsClosed(name)).toBe(true);
  },
);
