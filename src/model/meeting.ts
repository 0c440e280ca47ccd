/** A meeting and its agenda. `B` is the stage of the blocks: authored or final. */
import type { Span } from '../source/span.js';
import type { Break } from './breaks.js';
import type { IsoDate, IsoDateTime, Time } from './council.js';
import type { PaperOf } from './paper.js';

export interface MeetingOf<D> {
  /** `budget-select-committee/2019-01-30`: committee and first date. */
  readonly key: string;
  readonly committee: string;
  /** As printed: "Select Committee Review: Budget". */
  readonly title: string;
  readonly subject?: string;
  readonly dates: readonly IsoDate[];
  readonly time: Time;
  readonly venue: string;
  readonly published?: IsoDateTime;
  /** Ids of people to ask. */
  readonly contact: readonly string[];
  /** Ids of the members on that day, with their roles. */
  readonly members: readonly { readonly person: string; readonly role?: 'chair' | 'vice-chair' | 'member' }[];
  readonly webcast?: string;
  readonly hashtag?: string;
  readonly sessions: readonly Session[];
  readonly breaks?: readonly Break[];
  readonly status: 'planned' | 'published' | 'cancelled' | 'moved';
  readonly shortNotice?: { readonly convenedAt: IsoDateTime; readonly reason: string };
  readonly duplex: boolean;
  /** The text of meeting.md, for the front sheet. */
  readonly text: D;
  /** Standing wording, in the version of the day of the meeting. */
  readonly notices: readonly { readonly id: string; readonly title: string; readonly text: D }[];
  /** Top-level items in order; a container has its lettered items as children. */
  readonly items: readonly ItemOf<D>[];
  readonly span: Span;
  readonly file: string;
}

export interface Session {
  readonly id: string;
  readonly label: string;
  readonly date: IsoDate;
  readonly start?: Time;
  readonly end?: Time;
}

export interface ItemOf<D> {
  /** `5b`, lower case. */
  readonly number: string;
  readonly title: string;
  readonly kind: 'standing' | 'business' | 'container' | 'exempt-resolution';
  readonly session?: string;
  readonly presenter?: string;
  readonly part: 1 | 2;
  readonly exempt?: Exemption;
  readonly openTitle?: string;
  readonly status?: ItemStatus;
  readonly keyDecision?: boolean | string;
  readonly urgency?: { readonly reason: string; readonly chair: string; readonly agreedAt?: IsoDateTime };
  /** What was decided, in a sentence. Never that of a closed item. */
  readonly decision?: string;
  /** Why the title differs from that of its paper, where that is meant. */
  readonly titleDiffers?: string;
  /** The note under the title. */
  readonly text: D;
  readonly papers: readonly PaperOf<D>[];
  readonly children: readonly ItemOf<D>[];
  readonly span: Span;
  readonly file: string;
}

export interface ItemStatus {
  readonly state: 'to-follow' | 'late' | 'withdrawn' | 'deferred';
  readonly due?: IsoDateTime;
  readonly owner?: string;
  readonly reason?: string;
}

/** Why an item is closed (LGA 1972, Schedule 12A, part 1). */
export interface Exemption {
  readonly paragraphs: readonly number[];
  readonly publicInterest: string;
  readonly reviewOn?: IsoDate;
}
