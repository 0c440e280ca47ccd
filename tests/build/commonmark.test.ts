/** Every example of the CommonMark specification, and random text, comes out of the PDF as it is in the model. */
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePublication } from '../../src/compile.js';
import { makePaper } from '../../src/pack/single.js';
import { loadFonts } from '../../src/type/load.js';
import type { Paper, Publication } from '../../src/model/publication.js';
import { memoryHost } from '../support/memory-host.js';
import { lostFrom, readAloud, textOf } from './reading.js';

const council = `name: Borough of Example
address: [Town Hall]
contact: { email: a@example.org }
siteAddress: https://example.org
jurisdiction: england
timeZone: Europe/London
`;
const tools = { fonts: loadFonts(), readImage: () => undefined, imageSize: () => undefined };

/** Papers with these bodies, as far as they can be read. */
function papersOf(bodies: readonly string[]): Publication {
  const files: Record<string, string> = {
    'data/council.yaml': council,
    'data/committees.yaml': '',
    'data/people.yaml': '',
  };
  bodies.forEach((body, i) => {
    files[`content/papers/examples/example-${i}.md`] = `---\ntype: document\ntitle: Example\n---\n\n${body}`;
  });
  return compilePublication(memoryHost(files), {}).value.publication;
}

/** The texts of a paper that its PDF has lost; 'reported' where the fonts lack a character, which is an error told. */
async function lostIn(publication: Publication, paper: Paper): Promise<readonly string[] | 'reported'> {
  const made = makePaper(publication, paper, tools);
  if (made.diagnostics.some((d) => d.rule === 'character-is-printable')) return 'reported';
  return lostFrom(await readAloud(made.bytes), textOf(paper.text.blocks));
}

describe('what is printed', { timeout: 120_000 }, () => {
  it('is the whole text of every example of CommonMark', async () => {
    const publication = papersOf(examples.map((e) => e.markdown));
    expect(publication.sharedPapers).toHaveLength(examples.length);
    let reported = 0;
    for (const paper of publication.sharedPapers) {
      const lost = await lostIn(publication, paper);
      if (lost === 'reported') reported++;
      else expect([paper.id, lost]).toEqual([paper.id, []]);
    }
    // Letters of Greek, Hebrew and mathematics that a handful of examples use.
    expect(reported).toBeLessThan(12);
  });

  it('is the whole text of random documents', async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9£€ŵéàß&<>"'()[\]{}|*_`~#:;.,!?+=/\\-]{1,18}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((w) => w.join(' '));
    const block = fc.oneof(
      line,
      line.map((l) => `- ${l}`),
      line.map((l) => `> ${l}`),
      line.map((l) => `### ${l}`),
      fc
        .tuple(line, line)
        .map(([a, b]) => `| ${a.replaceAll('|', '')} | ${b.replaceAll('|', '')} |\n|---|---|\n| x | y |`),
      fc.tuple(line, line).map(([a, b]) => `1. ${a}\n\n   ${b}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (blocks) => {
        const publication = papersOf([blocks.join('\n\n')]);
        const [paper] = publication.sharedPapers;
        if (paper !== undefined) expect(await lostIn(publication, paper)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
