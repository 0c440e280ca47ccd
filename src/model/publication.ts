/** Everything that is published, settled: what the site, the packs and the open data are made from. */
import type { AuthoredDocument, Document } from './block.js';
import type { Committee, Council, IsoDateTime, Person } from './council.js';
import type { ItemOf, MeetingOf } from './meeting.js';
import type { PaperOf } from './paper.js';

export type AuthoredMeeting = MeetingOf<AuthoredDocument>;
export type AuthoredItem = ItemOf<AuthoredDocument>;
export type AuthoredPaper = PaperOf<AuthoredDocument>;

export type Meeting = MeetingOf<Document>;
export type Item = ItemOf<Document>;
export type Paper = PaperOf<Document>;

interface PublicationOf<D> {
  readonly council: Council;
  readonly committees: readonly Committee[];
  readonly people: readonly Person[];
  /** By committee, then first date. */
  readonly meetings: readonly MeetingOf<D>[];
  /** Papers under `papers/`, whether or not a meeting carries them. */
  readonly sharedPapers: readonly PaperOf<D>[];
  /** The only "now" there is (format, section 10). */
  readonly asAt: IsoDateTime;
}

/** As loaded and read, before anything is calculated. */
export type AuthoredPublication = PublicationOf<AuthoredDocument>;
export type Publication = PublicationOf<Document>;
