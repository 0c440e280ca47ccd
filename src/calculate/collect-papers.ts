/** What a query can be about: the entries of a register, or the papers of a type with their front matter. */
import { paperTypes } from '../model/paper.js';
import type { DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { nearest } from '../source/nearest.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

/** One thing that can match: its fields, and the paper whose front matter they are. */
export interface Collectable {
  readonly node: DataNode;
  readonly paper?: CalculationPaper;
}

/** A register or a type of paper. */
export interface Collection {
  readonly kind: 'register' | 'papers';
  readonly entries: readonly Collectable[];
}

/** The world with its papers by type, in the order of publication, each once however many packs carry it. */
export function withPapers(
  world: CalculationWorld,
  papers: readonly CalculationPaper[],
): CalculationWorld & Required<Pick<CalculationWorld, 'papersOf'>> {
  const byType = new Map<string, CalculationPaper[]>();
  const seen = new Set<string>();
  for (const paper of papers) {
    if (paper.type === undefined || seen.has(paper.address)) continue;
    seen.add(paper.address);
    const known = byType.get(paper.type);
    if (known === undefined) byType.set(paper.type, [paper]);
    else known.push(paper);
  }
  return { ...world, papersOf: (type) => byType.get(type) ?? [] };
}

/** What a name stands for: a register goes before a type of paper of the same name. */
export function findCollection(name: string, world: CalculationWorld): Collection | undefined {
  const entries = registerEntries(name, world);
  if (entries !== undefined) return { kind: 'register', entries: entries.map((node) => ({ node })) };
  if (!paperTypes.some((type) => type === name)) return undefined;
  const papers = (world.papersOf?.(name) ?? []).flatMap((paper) =>
    paper.settings === undefined ? [] : [{ node: paper.settings, paper }],
  );
  return { kind: 'papers', entries: papers };
}

function registerEntries(name: string, world: CalculationWorld): readonly DataNode[] | undefined {
  const found = world.data.value(name.split('.'));
  const list = found?.kind === 'list' ? found : entry(found, 'entries');
  return list?.kind === 'list' ? list.items : undefined;
}

/** What to do about a name that is neither: the nearest of both, or where they are found. */
export function collectionHint(name: string, world: CalculationWorld): string {
  const registers = (world.data.names?.() ?? []).filter(
    (known) => registerEntries(known, world) !== undefined,
  );
  const near = nearest(name, [...registers, ...paperTypes]);
  if (near !== undefined) return `Did you mean “${near}”?`;
  if (registers.length > 0 && registers.length <= 12)
    return `The registers are ${registers.map((known) => `“${known}”`).join(', ')}; types of paper are those of type: in the front matter, such as plan-update.`;
  return 'Registers are the files in data/registers, named without .yaml; types of paper are those of type: in the front matter, such as plan-update.';
}
