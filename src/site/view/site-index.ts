/** Where everything is: papers with the packs that carry them, people and committees by id, files by path. */
import type { Committee, Person } from '../../model/council.js';
import type { PaperAddress } from '../../model/inline.js';
import type { FileFact, PackFacts, PaperFacts } from '../../model/pack.js';
import type { Item, Meeting, Paper } from '../../model/publication.js';
import type { SiteInput } from '../input.js';

/** One meeting that carries a paper. */
export interface Carrier {
  readonly meeting: Meeting;
  readonly item: Item;
  /** Missing while the pack is not laid out. */
  readonly facts: PaperFacts | undefined;
}

export interface PlacedPaper {
  readonly paper: Paper;
  readonly carriers: readonly Carrier[];
}

export interface SiteIndex {
  readonly input: SiteInput;
  readonly committees: ReadonlyMap<string, Committee>;
  readonly people: ReadonlyMap<string, Person>;
  readonly papers: ReadonlyMap<PaperAddress, PlacedPaper>;
  readonly files: ReadonlyMap<string, FileFact>;
}

/** Items of a meeting with their children, in the order of the agenda. */
export function allItems(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...allItems(item.children)]);
}

export function indexSite(input: SiteInput): SiteIndex {
  const { publication } = input;
  const papers = new Map<PaperAddress, { paper: Paper; carriers: Carrier[] }>();
  const files = new Map(input.files.map((file) => [file.path, file]));
  for (const meeting of publication.meetings) {
    const pack = input.packs.get(meeting.key);
    if (pack !== undefined) for (const file of filesOf(pack)) files.set(file.path, file);
    for (const item of allItems(meeting.items)) {
      for (const paper of item.papers) {
        const placed = papers.get(paper.address) ?? { paper, carriers: [] };
        placed.carriers.push({ meeting, item, facts: pack?.papers.get(paper.address) });
        papers.set(paper.address, placed);
      }
    }
  }
  for (const paper of publication.sharedPapers) {
    if (!papers.has(paper.address)) papers.set(paper.address, { paper, carriers: [] });
  }
  return {
    input,
    committees: new Map(publication.committees.map((committee) => [committee.id, committee])),
    people: new Map(publication.people.map((person) => [person.id, person])),
    papers,
    files,
  };
}

function filesOf(pack: PackFacts): readonly FileFact[] {
  return [
    pack.pack,
    pack.agenda,
    ...(pack.largePrint === undefined ? [] : [pack.largePrint]),
    ...(pack.supplements ?? []).map((supplement) => supplement.pdf),
    ...[...pack.items.values()].map((item) => item.pdf),
    ...[...pack.papers.values()].map((paper) => paper.pdf),
  ];
}

export function committeeName(index: SiteIndex, id: string): string {
  return index.committees.get(id)?.name ?? id;
}
