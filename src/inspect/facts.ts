/** Everything the checks look at, read once. */
import { readPageContent } from './page-content.js';
import type { FontBook, PageContent } from './page-content.js';
import { openPdf } from './objects.js';
import type { PdfFile } from './objects.js';
import { readStructure } from './structure.js';
import type { StructTree } from './structure.js';

export interface PdfFacts {
  readonly file: PdfFile;
  readonly tree: StructTree | undefined;
  readonly pages: readonly PageContent[];
}

/** Reads a file. Throws when it is no PDF, or a broken one. */
export async function readFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const file = await openPdf(bytes);
  const fonts: FontBook = new Map();
  return { file, tree: readStructure(file), pages: file.pages.map((page) => readPageContent(page, fonts)) };
}
