/** Keeps the files of the tables of a paper from build to build. */
import type { PaperAddress } from '../model/inline.js';
import type { TableProvenance } from '../model/provenance.js';
import type { Paper } from '../model/publication.js';
import type { Kept } from '../model/same.js';
import type { Table } from '../model/table.js';
import type { Origins } from './open-data.js';

/** The files of one paper, and all that they were made from. */
interface KeptTables {
  readonly paper: Paper;
  readonly siteAddress: string;
  /** Tables whose figures were proved. */
  readonly proved: readonly {
    readonly paper: PaperAddress;
    readonly table: Table;
    readonly proof: TableProvenance | undefined;
  }[];
  /** Files in which places were found, with their texts. */
  readonly sources: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, string>;
}

/** The files of before where paper, proofs and the texts that they point into are the very objects of before; else made anew. */
export function keptTables(
  paper: Paper,
  siteAddress: string,
  origins: Origins | undefined,
  kept: Kept,
  make: (origins: Origins | undefined) => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (origins?.source === undefined) return make(origins);
  const { provenance, place, source } = origins;
  const { files } = kept.take<KeptTables>(
    `tables ${paper.address}`,
    (before) =>
      before.paper === paper &&
      before.siteAddress === siteAddress &&
      before.proved.every((one) => provenance(one.paper, one.table) === one.proof) &&
      [...before.sources].every(([file, text]) => source(file) === text),
    () => {
      const proved: KeptTables['proved'][number][] = [];
      const sources = new Map<string, unknown>();
      const made = make({
        ...origins,
        provenance: (address, table) => {
          const proof = provenance(address, table);
          proved.push({ paper: address, table, proof });
          return proof;
        },
        place: (span) => {
          sources.set(span.file, source(span.file));
          return place(span);
        },
      });
      return { paper, siteAddress, proved, sources, files: made };
    },
  );
  return files;
}
