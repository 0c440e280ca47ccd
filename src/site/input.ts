/** What the site is made from: the publication and the facts of everything made before it. */
import type { AttachmentFact } from '../model/attachment.js';
import type { IsoDate } from '../model/council.js';
import type { PaperAddress } from '../model/inline.js';
import type { TextMeasure } from '../model/measure.js';
import type { FileFact, PackFacts } from '../model/pack.js';
import type { TableProvenance } from '../model/provenance.js';
import type { Publication } from '../model/publication.js';
import type { Table } from '../model/table.js';

/** The clear working days between notice and meeting, as the rules counted them. */
export interface NoticeGiven {
  readonly clearDays: readonly IsoDate[];
  /** How many the law asks for. */
  readonly required: number;
}

export interface SiteInput {
  readonly publication: Publication;
  /** By the key of the meeting; a meeting whose packs are not laid out yet has none. */
  readonly packs: ReadonlyMap<string, PackFacts>;
  /** The PDF of each shared paper by itself, numbered from 1, whichever packs carry the paper as well. */
  readonly sharedPdfs?: ReadonlyMap<PaperAddress, FileFact>;
  /** Attached PDFs by the address of their paper. */
  readonly attachments?: ReadonlyMap<PaperAddress, AttachmentFact>;
  /** Every other file of the site that pages may link to: data of tables, calendars, feeds, attachments. */
  readonly files: readonly FileFact[];
  /** Notice of each meeting by its key, where it was counted. */
  readonly notices?: ReadonlyMap<string, NoticeGiven>;
  /** How the figures of a table of a paper came about. */
  readonly provenance?: (paper: PaperAddress, table: Table) => TableProvenance | undefined;
  /** Widths of text in the packs' sans face, for charts. */
  readonly measure: TextMeasure;
}
