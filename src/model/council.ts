/** The council, its committees and its people, as `data/` describes them. */
import type { Span } from '../source/span.js';

/** A date as `2019-01-30`. */
export type IsoDate = string;
/** A date and time in the council's time zone, as `2019-01-23T09:00`. */
export type IsoDateTime = string;
/** A time of day as `09:30`. */
export type Time = string;

export interface Council {
  readonly name: string;
  readonly address: readonly string[];
  readonly contact: { readonly department?: string; readonly telephone?: string; readonly email?: string };
  /** Address of the published site, without a slash at the end. */
  readonly siteAddress: string;
  readonly jurisdiction: 'england' | 'wales';
  readonly timeZone: string;
  /** The "now" of a build, if set here. */
  readonly asAt?: IsoDateTime;
  readonly properOfficer?: { readonly name: string; readonly title: string };
  /** Working days on which the offices are shut, which do not count as clear days. */
  readonly closedDays?: readonly IsoDate[];
  readonly style: HouseStyle;
}

export interface HouseStyle {
  readonly negative: 'minus' | 'brackets';
  /** `5b` or `5(b)`. */
  readonly itemNumbers: 'plain' | 'brackets';
  /** Words that may stand in a numeric column of any table: `tbc`, `n/a`. */
  readonly words: readonly string[];
}

export interface Committee {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** A sentence on what it is for. */
  readonly purpose?: string;
  readonly quorum?: number;
  readonly members: readonly Membership[];
  /** Ids of the people who answer questions. */
  readonly contact: readonly string[];
  readonly span: Span;
}

export interface Membership {
  readonly person: string;
  readonly role?: 'chair' | 'vice-chair' | 'member';
  readonly from?: IsoDate;
  readonly until?: IsoDate;
}

export interface Person {
  readonly id: string;
  /** As printed in lists of members: "Mrs Aspinall". */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Title of the post or office: "Service Director for Finance". */
  readonly title?: string;
  readonly kind: 'councillor' | 'officer';
  readonly ward?: string;
  readonly party?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly span: Span;
}
