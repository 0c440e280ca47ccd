/** Works out what of an earlier calculation a change leaves as it was. */
import type { CalculationState } from './calculate.js';
import { withPapers } from './collect-papers.js';
import { dependents } from './dependents.js';
import { findPaperOf } from './resolve.js';
import { answersAlike, papersAlike, sameNode } from './tracking.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

/** What a change touches. */
export interface Touched {
  /** Papers whose tables have to be read again: new and changed ones, and those with rows from a file that changed. */
  readonly read: ReadonlySet<CalculationPaper>;
  /** Addresses of papers whose formulas have to be evaluated again. */
  readonly stale: ReadonlySet<string>;
}

/** Compares a calculation with the papers and the world of the next one. */
export function whatIsKept(
  before: CalculationState,
  papers: readonly CalculationPaper[],
  world: CalculationWorld,
): Touched {
  const restyled = !sameStyle(before.world, world);
  const sameWorld = before.world === world;
  const whole = withPapers(world, papers);
  const read = new Set(
    papers.filter((paper) => {
      const known = before.papers.get(paper);
      return (
        known === undefined ||
        restyled ||
        !papersAlike(known.readingReads, whole) ||
        (!sameWorld && !answersAlike(known.readingReads, world, true))
      );
    }),
  );
  const present = new Set(papers);
  const gone = [...before.papers.keys()].filter((paper) => !present.has(paper));
  const sources = new Set([...read, ...gone].map((paper) => paper.address));
  const changed = read.size > 0 || gone.length > 0;
  const renamed = changed && !sameNames([...before.papers.keys()], papers);
  const find = findPaperOf(papers);
  for (const { paper, reads, lookups } of before.papers.values()) {
    if (!present.has(paper)) continue;
    const touched =
      !papersAlike(reads, whole) ||
      (!sameWorld && !answersAlike(reads, world, false)) ||
      (changed &&
        [...lookups].some(
          // A table that was missing may be there now, and the hint beside the fault names others.
          ([reference, found]) =>
            found === undefined || (renamed && find(reference, paper)?.address !== found),
        ));
    if (touched) sources.add(paper.address);
  }
  // Which cell of a circle is named first depends on who asked first.
  if (sources.size > 0)
    for (const { paper, faults } of before.papers.values())
      if (faults.some((fault) => fault.rule === 'formula-is-acyclic')) sources.add(paper.address);
  return { read, stale: dependents(before.dependencies, sources) };
}

/** Whether references find papers as before: the same names in the same places. */
function sameNames(before: readonly CalculationPaper[], after: readonly CalculationPaper[]): boolean {
  return (
    before.length === after.length &&
    before.every((a, i) => {
      const b = after[i];
      return (
        a === b ||
        (a.address === b?.address &&
          a.id === b.id &&
          a.item === b.item &&
          a.meeting === b.meeting &&
          a.kind === b.kind)
      );
    })
  );
}

function sameStyle(a: CalculationWorld, b: CalculationWorld): boolean {
  return (
    a === b ||
    // Words of ratings decide the signs beside them in every table.
    (sameNode(a.data.value(['council', 'style']), b.data.value(['council', 'style']), false) &&
      a.style.negative === b.style.negative &&
      a.style.words.join('\n') === b.style.words.join('\n'))
  );
}
