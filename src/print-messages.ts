/** What a build and the threads that print for it say to each other. */
import type { Publication } from './model/publication.js';
import type { MadePacks } from './pack/packs.js';

/** Work that is shared out by the meeting. */
export interface PrintJob {
  /** With the meetings that are shared out, in the order in which they are taken. */
  readonly publication: Publication;
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** One number that all threads share: the index of the next meeting to take. */
  readonly next: Int32Array;
}

/** The packs of one meeting, finished. */
export interface PrintMessage {
  readonly key: string;
  readonly made: MadePacks;
}
