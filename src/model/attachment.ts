/** What the site says of an attached PDF. */
import type { FileFact } from './pack.js';

export interface AttachmentFact {
  /** The file as it was supplied, copied to the site. */
  readonly original: FileFact;
  /** Tagged for assistive technology. */
  readonly tagged: boolean;
  /** False for a scan. */
  readonly hasText: boolean;
}
