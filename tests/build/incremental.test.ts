/** Builds that follow one another in one process: whatever was edited, the bytes are those of a build from nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBuildCache, makeFiles } from '../../src/build.js';
import { compilePublication } from '../../src/compile.js';
import { keepForBuilds } from '../../src/pack/keep.js';
import type { Keep } from '../../src/pack/keep.js';
import { makePacks } from '../../src/pack/packs.js';
import { makePaper } from '../../src/pack/single.js';
import type { Fonts } from '../../src/type/fonts.js';
import { loadFonts } from '../../src/type/load.js';
import { memoryHost } from '../support/memory-host.js';

/** What can be altered in the council. */
interface State {
  readonly figure: number;
  /** Paragraphs that push what follows to later pages. */
  readonly filling: number;
  readonly title: string;
  readonly venue: string;
  readonly hasSecondPaper: boolean;
  readonly council: string;
}

const start: State = {
  figure: 4,
  filling: 3,
  title: 'Housing',
  venue: 'Council Chamber',
  hasSecondPaper: true,
  council: 'Westbridge City Council',
};

const sentence =
  'The service has reviewed what it spends and what it will need in each of the coming years. ';

function councilOf(state: State): Record<string, string> {
  const meeting = 'content/meetings/scrutiny/2019-01-15';
  return {
    'data/council.yaml': `name: ${state.council}\naddress: [Guildhall]\ncontact: { department: Support, telephone: 01234 567890, email: democracy@example.org }\nsiteAddress: https://papers.example.org\njurisdiction: england\ntimeZone: Europe/London\n`,
    'data/committees.yaml':
      '- { id: scrutiny, name: Scrutiny Committee, kind: scrutiny committee, members: [], contact: [support] }\n',
    'data/people.yaml': '- { id: support, name: Support, title: Support, kind: officer }\n',
    [`${meeting}/meeting.md`]: `---\ncommittee: scrutiny\ndates: [2019-01-15]\ntime: "10:00"\nvenue: ${state.venue}\npublished: 2019-01-04T16:00\ncontact: [support]\n---\n`,
    [`${meeting}/01-first/item.md`]: '---\ntitle: First\npapers: [shared]\n---\n',
    [`${meeting}/01-first/1-first.md`]: `---\ntype: document\ntitle: First\n---\n\n## Opening {#opening}\n\n${(sentence.repeat(6) + '\n\n').repeat(state.filling)}\n\n| Service | Cost |\n|---|--:|\n| Roads | ${state.figure} |\n| Waste | 7 |\n| **Total** | =SUM(ABOVE) |\n: Costs {#costs}\n\nSee [](3/third#end).\n`,
    [`${meeting}/02-second/item.md`]: `---\ntitle: ${state.title}\n---\n`,
    ...(state.hasSecondPaper
      ? {
          [`${meeting}/02-second/1-second.md`]: `---\ntype: document\ntitle: ${state.title}\n---\n\nRoads and waste cost {{ 1/first#costs[Total, Cost] }}, as [](1/first#costs) says.\n`,
        }
      : {}),
    [`${meeting}/03-third/item.md`]: '---\ntitle: Third\n---\n',
    [`${meeting}/03-third/1-third.md`]: `---\ntype: document\ntitle: Third\ncontents: true\n---\n\n## Beginning {#beginning}\n\n${(sentence.repeat(9) + '\n\n').repeat(4)}\n\n## End {#end}\n\nSee [](1/first#opening).\n`,
    'content/papers/plans/shared.md': `---\ntype: document\ntitle: Shared\n---\n\n${sentence.repeat(3)}\n\n## Later {#later}\n\nSee [](#later).\n`,
  };
}

function printed(state: State, fonts: Fonts, keep: Keep | undefined): ReadonlyMap<string, string> {
  const { publication } = compilePublication(memoryHost(councilOf(state)), {}).value;
  const tools = {
    fonts,
    readImage: () => undefined,
    imageSize: () => undefined,
    ...(keep === undefined ? {} : { keep }),
  };
  const files = new Map<string, string>();
  const put = (path: string, bytes: Uint8Array): void =>
    void files.set(path, Buffer.from(bytes).toString('base64'));
  for (const meeting of publication.meetings) {
    const made = makePacks(publication, meeting, tools);
    for (const [path, bytes] of made.files) put(path, bytes);
    files.set(`${meeting.key} faults`, JSON.stringify(made.diagnostics));
    files.set(`${meeting.key} facts`, JSON.stringify([...made.facts.papers, ...made.facts.items]));
  }
  for (const paper of publication.sharedPapers) {
    const made = makePaper(publication, paper, tools);
    put(made.fact.path, made.bytes);
  }
  keep?.sweep();
  return files;
}

const edit: fc.Arbitrary<Partial<State>> = fc.oneof(
  fc.record({ figure: fc.integer({ min: 0, max: 10_000_000 }) }),
  fc.record({ filling: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ title: fc.constantFrom('Housing', 'Homes', 'Homes for every family that needs one now') }),
  fc.record({ venue: fc.constantFrom('Council Chamber', 'Warspite Room') }),
  fc.record({ hasSecondPaper: fc.boolean() }),
  fc.record({ council: fc.constantFrom('Westbridge City Council', 'Eastbridge City Council') }),
);

describe('a build that follows another in the same process', () => {
  it('prints after any edits what a build from nothing prints', () => {
    const fonts = loadFonts();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const keep = keepForBuilds();
        let state = start;
        printed(state, fonts, keep);
        for (const change of edits) {
          state = { ...state, ...change };
          expect(printed(state, fonts, keep)).toEqual(printed(state, fonts, undefined));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('lays out and paints only what an edit has touched', () => {
    const fonts = loadFonts();
    const own = keepForBuilds();
    const painted: string[] = [];
    const keep: Keep = {
      ...own,
      paint: (document, resource, make) =>
        own.paint(document, resource, () => {
          painted.push(document.title);
          return make();
        }),
    };
    printed(start, fonts, keep);
    painted.length = 0;
    printed(start, fonts, keep);
    expect(painted).toEqual([]);
    // One figure of the first paper, which the second quotes.
    printed({ ...start, figure: 5 }, fonts, keep);
    const pack = 'Scrutiny Committee, 15 January 2019: public document pack';
    expect(painted).toEqual(expect.arrayContaining([pack, 'First', 'Housing', 'Item 1: First']));
    for (const untouched of ['Third', 'Shared', 'Scrutiny Committee, 15 January 2019: agenda'])
      expect(painted).not.toContain(untouched);
  });

  it('answers with the same pages for the same paper, and with others where a page that it names has moved', () => {
    const fonts = loadFonts();
    const keep = keepForBuilds();
    const before = printed(start, fonts, keep);
    const after = printed({ ...start, filling: 14 }, fonts, keep);
    const third = 'meetings/scrutiny/2019-01-15/3/third/paper.pdf';
    expect(after.get(third)).not.toEqual(before.get(third));
  });

  it('makes the same files of the whole site', async () => {
    const cache = makeBuildCache();
    const build = async (state: State, kept?: typeof cache): Promise<ReadonlyMap<string, Uint8Array>> => {
      const host = memoryHost(councilOf(state));
      return (await makeFiles(host, compilePublication(host, {}, kept?.compile).value, kept)).files;
    };
    await build(start, cache);
    for (const edited of [
      { ...start, figure: 11, title: 'Homes' },
      { ...start, hasSecondPaper: false, venue: 'Warspite Room' },
    ])
      expect(await build(edited, cache)).toEqual(await build(edited));
  });
});
