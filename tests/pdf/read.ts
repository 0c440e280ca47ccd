/** Reads PDFs with pdf.js, which shares no code with the painter. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text with the place of its baseline, in points from the top left. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A bookmark with the index of its page and the distance from its top. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly y: number;
  readonly children: readonly Bookmark[];
}

/** What the tests ask of a file. */
export interface ReadPdf {
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly pieces: readonly TextPiece[];
    /** All text of the page, pieces joined by spaces. */
    readonly text: string;
    readonly links: readonly { readonly uri?: string; readonly page?: number; readonly contents: string }[];
  }[];
  readonly labels: readonly string[] | null;
  readonly outline: readonly Bookmark[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: string;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineNode[];
}

/** Reads a whole file. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the buffer away from its owner.
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: ReadPdf['pages'][number][] = [];
  const heights: number[] = [];
  for (let index = 0; index < pdf.numPages; index++) {
    const page = await pdf.getPage(index + 1);
    const [, , width = 0, height = 0] = page.view;
    heights.push(height);
    const content = await page.getTextContent({ includeMarkedContent: false });
    const pieces = content.items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: height - Number(item.transform[5]) }]
        : [],
    );
    const annotations = (await page.getAnnotations()) as readonly {
      readonly url?: string;
      readonly dest?: unknown;
      readonly contentsObj?: { readonly str: string };
    }[];
    const links = await Promise.all(
      annotations.map(async (own) => ({
        ...(own.url === undefined ? {} : { uri: own.url }),
        ...(Array.isArray(own.dest) ? { page: await pdf.getPageIndex(own.dest[0] as never) } : {}),
        contents: own.contentsObj?.str ?? '',
      })),
    );
    pages.push({ width, height, pieces, text: pieces.map((piece) => piece.text).join(' '), links });
  }
  const mark = async (node: OutlineNode): Promise<Bookmark> => {
    const dest = node.dest as readonly [never, unknown, number, number];
    const page = await pdf.getPageIndex(dest[0]);
    const children = await Promise.all(node.items.map(mark));
    return { title: node.title, page, y: Math.round(((heights[page] ?? 0) - dest[3]) * 100) / 100, children };
  };
  const bookmarks = (await pdf.getOutline()) as readonly OutlineNode[] | null;
  const outline = await Promise.all((bookmarks ?? []).map(mark));
  const { info, metadata } = await pdf.getMetadata();
  const read: ReadPdf = {
    pages,
    labels: await pdf.getPageLabels(),
    outline,
    info: info as Readonly<Record<string, unknown>>,
    metadata: (metadata as unknown as { getRaw(): string } | null)?.getRaw() ?? '',
  };
  await pdf.destroy();
  return read;
}
