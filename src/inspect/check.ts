/** Checks a finished PDF against the conditions of PDF/UA-1 that a machine can judge. */
import { checkAnnotations } from './checks/annotations.js';
import { checkContent } from './checks/content.js';
import { checkDocument } from './checks/document.js';
import { checkFeatures } from './checks/features.js';
import { checkFonts } from './checks/fonts.js';
import { checkLanguages } from './checks/languages.js';
import { checkNesting } from './checks/nesting.js';
import { checkTables } from './checks/tables.js';
import type { PdfFinding } from './conditions.js';
import { readFacts } from './facts.js';

export type { PdfFinding } from './conditions.js';

/**
 * What a file gets wrong; empty for one that passes.
 *
 * No findings do not make a file accessible: reading order, the sense of alternatives and of headings are for people.
 * Rejects when the bytes are no PDF, or a broken one.
 */
export async function checkPdf(bytes: Uint8Array): Promise<readonly PdfFinding[]> {
  const facts = await readFacts(bytes);
  return [
    checkDocument,
    checkLanguages,
    checkContent,
    checkNesting,
    checkTables,
    checkAnnotations,
    checkFeatures,
    checkFonts,
  ].flatMap((check) => check(facts));
}
