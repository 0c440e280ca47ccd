/** Compilations that follow one another: whatever was edited, they come to what one from nothing comes to. */
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compilePublication, makeCompileCache } from '../../src/compile.js';
import type { CompileCache, Compiled } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { dataBlocks } from '../../src/model/data-blocks.js';
import type { Paper, Publication } from '../../src/model/publication.js';
import { memoryHost } from '../support/memory-host.js';

const cabinet = 'content/meetings/cabinet/2019-01-15';
const scrutiny = 'content/meetings/scrutiny/2019-02-05';

/** Each file with what it may hold; nothing where it may be missing. The first is what it holds at the beginning. */
const choices: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'data/council.yaml': [
    'name: Westbridge\naddress: [Guildhall]\ncontact: { department: Support, telephone: 01234 567890, email: a@example.org }\nsiteAddress: https://papers.example.org\njurisdiction: england\ntimeZone: Europe/London\n',
    'name: Eastbridge\naddress: [Guildhall]\ncontact: { department: Support, telephone: 01234 567890, email: a@example.org }\nsiteAddress: https://papers.example.org\njurisdiction: england\ntimeZone: Europe/London\nstyle: { negative: brackets }\n',
    'name: [broken\n',
  ],
  'data/committees.yaml': [
    '- { id: cabinet, name: Cabinet, kind: cabinet, members: [jo], contact: [jo] }\n- { id: scrutiny, name: Scrutiny, kind: scrutiny, members: [], contact: [jo] }\n',
    '- { id: cabinet, name: The Cabinet, kind: cabinet, members: [sam], contact: [jo] }\n- { id: scrutiny, name: Scrutiny, kind: scrutiny, members: [], contact: [jo] }\n',
  ],
  'data/people.yaml': [
    '- { id: jo, name: Jo Marsh, title: Head of Finance, kind: officer }\n',
    '- { id: jo, name: Jo Moss, title: Head of Finance, kind: officer }\n- { id: sam, name: Sam Bell, kind: councillor }\n',
  ],
  'data/glossary.yaml': [
    '- { term: MTFS, expansion: medium term financial strategy }\n',
    '- { term: MTFS, expansion: medium-term plan }\n- { term: HRA, expansion: housing revenue account, papers: [plan] }\n',
    undefined,
  ],
  'data/rates.yaml': [
    'uplift: 2\nbase: 10\n',
    '# a remark\nuplift: 3\nbase: 10\n',
    'uplift: 2\nbase: ten\n',
    undefined,
  ],
  'data/registers/aims.yaml': [
    '- { id: pledge-1, label: Pledge 1, title: Homes, cost: 5 }\n- { id: pledge-2, label: Pledge 2, title: Roads, cost: 7 }\n',
    '- { id: pledge-2, label: Pledge 2, title: Streets, cost: 8 }\n',
    '- { id: pledge-1, label: Pledge 1, title: Homes, cost: 5 }\n- { id: aim-3, label: Aim 3, title: Parks, cost: 1 }\n',
    undefined,
  ],
  'data/tables/staff.csv': ['Team,Posts\nNorth,4\nSouth,5\n', 'Team,Posts\n\nNorth,4\nSouth,6\n', undefined],
  'data/boilerplate/webcast.md': [
    '---\ntitle: Webcast\nversion: 1\nfrom: 2018-01-01\n---\n\nMeetings in {{ meeting.venue }} are filmed.\n',
    '---\ntitle: Filming\nversion: 1\nfrom: 2018-01-01\n---\n\nThis meeting is filmed.[^a]\n\n[^a]: By the council.\n',
    '---\ntitle: Webcast\nversion: 1\nfrom: 2019-01-20\n---\n\nFilmed from now on.\n',
    undefined,
  ],
  [`${cabinet}/meeting.md`]: [
    '---\ncommittee: cabinet\ndates: [2019-01-15]\ntime: "10:00"\nvenue: Chamber\npublished: 2019-01-04T16:00\ncontact: [jo]\nnotices: [webcast]\n---\n\nWelcome to {{ meeting.venue }}.\n',
    '---\ncommittee: cabinet\ndates: [2019-01-15]\ntime: "14:00"\nvenue: Room 2\npublished: 2019-01-04T16:00\ncontact: [jo]\nnotices: [webcast]\n---\n\nWelcome.\n',
    '---\ncommittee: nobody\n---\n',
  ],
  [`${cabinet}/01-budget/item.md`]: [
    '---\ntitle: Budget\npresenter: jo\npapers: [plan]\n---\n\nCosts are {{ budget#costs[Total, 2019/20] }}.\n',
    '---\ntitle: The budget\npresenter: jon\n---\n',
    '---\ntitle: Budget\npart: 2\nexempt: { paragraphs: [3], publicInterest: It outweighs. }\nopenTitle: A matter\n---\n',
  ],
  [`${cabinet}/01-budget/1-budget.md`]: [
    '---\ntype: document\ntitle: Budget\nauthors: [jo]\nnumbering: headings\n---\n\n## Costs of the MTFS {#head}\n\n| Service | 2018/19 | 2019/20 |\n|---|--:|--:|\n| Roads | 4 | =[@2018/19] * 2 |\n| Waste | 7 | 8 |\n| **Total** | =SUM(ABOVE) | =SUM(ABOVE) |\n: Costs {#costs unit=£m}\n\nThey rise from £11m to £16m by £5m, as [](plan#rows) says; see [](2/notes) and @pledge-1.\n\n```chart\nid: drawn\ncaption: Costs\ntable: costs\nrows: [Roads, Waste]\ncolumns: [2018/19, 2019/20]\nseries: columns\ntype: bar\nalt: Costs by service.\n```\n',
    '---\ntype: document\ntitle: Budget\nauthors: [jo]\nnumbering: headings\n---\n\nA new paragraph.\n\n## Costs of the MTFS {#head}\n\n| Service | 2018/19 | 2019/20 |\n|---|--:|--:|\n| Roads | 5 | =[@2018/19] * 2 |\n| Waste | 7 | 8 |\n| **Total** | =SUM(ABOVE) | =SUM(ABOVE) |\n: Costs {#costs unit=£m}\n',
    '---\ntype: document\ntitle: Budget\nauthors: [jo]\n---\n\n| Service | 2018/19 | 2019/20 |\n|---|--:|--:|\n| Roads | 4 | =plan#rows[Total, Posts] |\n| **Total** | 3 = SUM(ABOVE) | =SUM(ABOVE) |\n: Costs {#costs}\n\n![A picture](picture.png)\n',
    '---\ntype: document\ntitle: Budget\n\nThe settings are not closed.\n',
    undefined,
  ],
  [`${cabinet}/01-budget/picture.png`]: [undefined, 'no picture at all'],
  [`${cabinet}/02-notes/item.md`]: ['---\ntitle: Notes\n---\n', undefined],
  [`${cabinet}/02-notes/1-notes.md`]: [
    '---\ntype: document\ntitle: Notes\n---\n\nIn all {{ budget#costs[Total, 2019/20] }}, [£16m]{= budget#costs[Total, 2019/20] } and {{ rates.uplift }}.\n\n!include webcast\n\n## {{ rates.base }} rules {#rules}\n',
    '---\ntype: document\ntitle: Notes\n---\n\nNothing of note, @aim-3.\n\n| A | B |\n|---|--:|\n| One | =budget#costs[Roads, 2019/20] + rates.uplift |\n| Two | =LOOKUP_NOTHING(1) |\n: Taken {#taken}\n',
  ],
  [`${cabinet}/02-notes/2-copy.md`]: [
    undefined,
    '---\ntype: document\nid: budget\ntitle: Copy\n---\n\n| A | B |\n|---|--:|\n| Total | 9 |\n: Other {#costs}\n',
  ],
  [`${scrutiny}/meeting.md`]: [
    '---\ncommittee: scrutiny\ndates: [2019-02-05]\ntime: "10:00"\nvenue: Annexe\npublished: 2019-01-24T16:00\ncontact: [jo]\nnotices: [webcast]\n---\n',
    undefined,
  ],
  [`${scrutiny}/01-review/item.md`]: ['---\ntitle: Review\npapers: [plan]\n---\n'],
  [`${scrutiny}/01-review/1-review.md`]: [
    '---\ntype: document\ntitle: Review\n---\n\nSee [](cabinet/2019-01-15/budget#costs), [](plan#rules-of-it) and [](cabinet/2019-01-15/notes#rules).\n\n```table\nid: collected\ncaption: "What @pledge-1 costs"\ncolumns: { name: Name, cost: Cost }\nrows:\n  - { name: Homes, cost: "=pledge-1.cost" }\n  - { name: Half, cost: "=ABOVE / 2" }\n```\n',
    '---\ntype: document\ntitle: Review\n---\n\nThe pledge costs {{ pledge-1.cost }}, and all {{ SUM(budget#costs[*, 2019/20]) }}.\n',
  ],
  'content/papers/plans/plan.md': [
    '---\ntype: document\ntitle: Plan\n---\n\n## Rules of it {#rules-of-it}\n\n| Team | Posts |\n|---|--:|\n| North | 4 |\n| South | 5 |\n| **Total** | =SUM(ABOVE) |\n: Teams {#rows}\n\nThe HRA and the MTFS.\n',
    '---\ntype: document\ntitle: Plan\n---\n\n```table\nid: rows\ncaption: Teams\nsource: tables/staff.csv\n```\n\n```table\nid: round\ncaption: Round\ncolumns: { a: A, b: B }\nrows:\n  - { a: One, b: "=budget#costs[Total, 2018/19]" }\n```\n',
    undefined,
  ],
  'content/papers/plans/second.md': [
    undefined,
    '---\ntype: document\nid: plan\ntitle: Another plan\n---\n\nText.\n',
  ],
};

const paths = Object.keys(choices);
type State = Readonly<Record<string, number>>;
const start: State = Object.fromEntries(paths.map((path) => [path, 0]));

function filesOf(state: State): Record<string, string> {
  const files: Record<string, string> = {};
  for (const path of paths) {
    const content = choices[path]?.[state[path] ?? 0];
    if (content !== undefined) files[path] = content;
  }
  return files;
}

interface Outcome {
  readonly compiled: Compiled;
  readonly diagnostics: readonly Diagnostic[];
}

function compile(state: State, cache?: CompileCache, only?: string): Outcome {
  const options = only === undefined ? {} : { only };
  const { value, diagnostics } = compilePublication(memoryHost(filesOf(state)), options, cache);
  return { compiled: value, diagnostics };
}

function allPapers({ meetings, sharedPapers }: Publication): readonly Paper[] {
  const items = meetings.flatMap((m) => m.items.flatMap((i) => [i, ...i.children]));
  return [...items.flatMap((i) => i.papers), ...sharedPapers];
}

/** All that can be seen of a compilation. */
function seen({ compiled, diagnostics }: Outcome): unknown {
  const { publication, calculation, sources, images } = compiled;
  const proofs = allPapers(publication).flatMap((paper) =>
    dataBlocks(paper.text.blocks).flatMap((block) =>
      block.kind === 'table' ? [calculation.provenance(paper.address, block)] : [],
    ),
  );
  const explained = calculation.explain('budget#costs[Total, 2019/20]');
  return { publication, diagnostics, proofs, explained, sources, images };
}

const edit: fc.Arbitrary<readonly [string, number]> = fc
  .constantFrom(...paths)
  .chain((path) => fc.tuple(fc.constant(path), fc.nat({ max: (choices[path]?.length ?? 1) - 1 })));

describe('a compilation that follows another in the same process', () => {
  it('comes after any edits to what one from nothing comes to: text, faults, proofs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        (steps) => {
          const cache = makeCompileCache();
          let state = start;
          compile(state, cache);
          for (const step of steps) {
            state = { ...state, ...Object.fromEntries(step) };
            const after = seen(compile(state, cache));
            const afresh = seen(compile(state));
            // The comparison of Node is quick; that of the test tells what differs.
            if (!isDeepStrictEqual(after, afresh)) expect(after).toEqual(afresh);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('goes from one meeting to all and back', () => {
    const cache = makeCompileCache();
    for (const only of [undefined, 'scrutiny/2019-02-05', 'cabinet/2019-01-15', undefined])
      expect(seen(compile(start, cache, only))).toEqual(seen(compile(start, undefined, only)));
  });

  it('gives the very objects of before where nothing has changed', () => {
    const cache = makeCompileCache();
    const before = compile(start, cache).compiled.publication;
    expect(compile(start, cache).compiled.publication).toBe(before);
    const edited = { ...start, [`${scrutiny}/01-review/1-review.md`]: 1 };
    const after = compile(edited, cache).compiled.publication;
    const changed = allPapers(after).filter((paper, i) => paper !== allPapers(before)[i]);
    expect(changed.map((paper) => paper.title)).toEqual(['Review']);
    expect(after.meetings[0]).toBe(before.meetings[0]);
    // The review has no reference to the notes any more, and the one that had finds nothing now.
    const lost = compile({ ...edited, [`${cabinet}/02-notes/1-notes.md`]: 1 }, cache).compiled.publication;
    expect(lost.meetings[1]).toBe(after.meetings[1]);
    expect(
      compile({ ...start, [`${cabinet}/02-notes/1-notes.md`]: 1 }, cache).diagnostics.map((d) => d.rule),
    ).toContain('reference-resolves');
  });

  it('calculates no table again that an edit does not reach', () => {
    const cache = makeCompileCache();
    compile(start, cache);
    const evaluated = (state: State): readonly string[] => [
      ...compile(state, cache).compiled.calculation.evaluated,
    ];
    expect(evaluated(start)).toEqual([]);
    const edited = { ...start, [`${cabinet}/02-notes/1-notes.md`]: 1 };
    expect(evaluated(edited)).toEqual(['meetings/cabinet/2019-01-15/2/notes']);
    // The note of the item and the notes take figures of the budget; the plan and the review do not.
    expect(evaluated({ ...edited, [`${cabinet}/01-budget/1-budget.md`]: 1 })).toEqual([
      'meetings/cabinet/2019-01-15#item-1',
      'meetings/cabinet/2019-01-15/1/budget',
      'meetings/cabinet/2019-01-15/2/notes',
    ]);
  });
});

// For the eyes of whoever changes the council above: what it starts from has few faults, so that edits make and mend them.
it('starts from a council with hardly a fault', () => {
  expect(compile(start).diagnostics.map((d) => `${d.span.file}: ${d.message}`)).toEqual([]);
});
