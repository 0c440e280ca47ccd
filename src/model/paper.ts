/** A paper: report, business case, plan update ... `D` is the stage of its text: authored or final. */
import type { DataNode } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import type { IsoDate } from './council.js';
import type { PaperAddress } from './inline.js';
import type { IsoDateTime } from './council.js';

export interface PaperOf<D> {
  readonly id: string;
  /** Folder of its page on the site, without slashes at the ends. */
  readonly address: PaperAddress;
  readonly type: PaperType;
  readonly title: string;
  readonly date?: IsoDate;
  readonly version?: string;
  readonly status: 'draft' | 'final';
  /** As printed: titles of posts, or names. */
  readonly authors: readonly string[];
  readonly owner?: string;
  /** Where it is decided: "Cabinet, 15 January 2019". */
  readonly meeting?: string;
  readonly numbering: 'none' | 'headings' | 'paragraphs';
  readonly numberFrom?: number;
  readonly contents: boolean;
  readonly supersedes?: string;
  /** When it was added after the agenda, and why. */
  readonly late?: { readonly published: IsoDateTime; readonly reason: string };
  readonly lang?: string;
  /** The keys of its own type, as rows of "particulars" in printing order. */
  readonly particulars: readonly Particular[];
  readonly backgroundPapers?: 'none' | readonly BackgroundPaper[];
  readonly signOff?: readonly SignOff[];
  readonly memberAgreed?: boolean;
  /** The front matter as typed, for blocks and queries that read it (`versions`, `signoff`, COLLECT). */
  readonly settings?: DataNode;
  readonly text: D;
  readonly span: Span;
  readonly file: string;
}

export const paperTypes = [
  'report',
  'business-case',
  'business-plan',
  'plan-update',
  'performance-report',
  'finance-monitoring',
  'minutes',
  'decision',
  'review-request',
  'review-plan',
  'equality-impact-assessment',
  'action-plan',
  'risk-register',
  'project-summary',
  'programme-summary',
  'procedure',
  'position-statement',
  'contract-award',
  'appendix',
  'document',
  'attachment',
] as const;
export type PaperType = (typeof paperTypes)[number];

/** One fact of the cover sheet: "Lead officer", "Service Director for Finance". */
export interface Particular {
  readonly label: string;
  readonly value: string;
}

/** LGA 1972, s.100D: a document the report relies on. */
export interface BackgroundPaper {
  readonly title: string;
  readonly date?: IsoDate;
  readonly link?: string;
  readonly location?: string;
  readonly part: 1 | 2;
  readonly paragraphs?: readonly number[];
}

export interface SignOff {
  /** "Finance". */
  readonly desk: string;
  /** Missing where no clearance was needed. */
  readonly code?: string;
  readonly date?: IsoDate;
  readonly by?: string;
}
