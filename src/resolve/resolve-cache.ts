/** What one resolving of a publication leaves for the next. */
import type { AuthoredDocument } from '../model/block.js';
import type { Kept } from '../model/same.js';
import { keepValues } from '../model/same.js';
import type { NumberedDocument } from './number.js';

/** Kept from one publication of a council to the next, never for two at once. */
export interface ResolveCache {
  /** Papers as the calculation knows them, documents, and parts of the publication. */
  readonly kept: Kept;
  /** Documents as numbered, with the settings that decided how. */
  readonly numbered: WeakMap<
    AuthoredDocument,
    {
      readonly numbering: string;
      readonly numberFrom: number | undefined;
      readonly numbered: NumberedDocument;
    }
  >;
}

/** Knows nothing yet. */
export function makeResolveCache(): ResolveCache {
  return { kept: keepValues(), numbered: new WeakMap() };
}
