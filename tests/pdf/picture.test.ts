/** Vector pictures in a PDF: drawn once as a form, with real text, and within the rules of PDF/UA and PDF/A. */
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { paint } from '#tabled/pdf/paint.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from './read.js';
import { documentOf, tag } from './sample.js';

const fonts = loadFonts();

const svg = (body: string): Uint8Array =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${body}</svg>`);

/** A page with the picture twice, once as a figure and once as a decoration. */
function painted(body: string): Uint8Array {
  const figure = tag('Figure', [], { alt: 'A drawing', bbox: { page: 0, box: [60, 80, 260, 180] } });
  const place = { kind: 'image', x: 60, width: 200, height: 100, src: 'a.svg' } as const;
  const document = documentOf(tag('Document', [figure]), [
    [
      { ...place, y: 80, tag: figure },
      { ...place, y: 300, tag: 'artifact' },
    ],
  ]);
  return paint(document, fonts, { readImage: () => svg(body), objectStreams: false });
}

async function forms(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes);
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
        ? [Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')]
        : [],
    );
}

const drawing =
  '<linearGradient id="g"><stop stop-color="red"/><stop offset=".5" stop-color="lime"/><stop offset="1" stop-color="blue"/></linearGradient>' +
  '<clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath>' +
  '<g clip-path="url(#c)"><rect width="100" height="100" fill="url(#g)" stroke="black"/></g>' +
  '<g opacity=".5"><rect x="100" width="50" height="50"/><rect x="120" y="20" width="50" height="50" fill="red"/></g>' +
  '<path d="M0 0L10 10" stroke="#00f8" stroke-dasharray="3 1" stroke-dashoffset="-1"/>' +
  '<text x="100" y="90" text-anchor="middle" font-weight="bold">Pages 5–18, efficient</text>';

describe('a vector picture', () => {
  it('meets every condition of PDF/UA-1 that a machine can judge', async () => {
    expect(await checkPdf(painted(drawing))).toEqual([]);
  });

  it('is drawn once, however often it stands there, with a form for what is let through as one', async () => {
    const found = await forms(painted(drawing));
    expect(found).toHaveLength(2);
    expect(found.join('\n')).toContain('/S1 sh');
    expect(found.join('\n')).toMatch(/\/A500-500 gs\n\/G1 Do/);
  });

  it('has its words as text, upright and where the drawing has them', async () => {
    const { pages } = await readPdf(painted(drawing));
    const pieces = pages[0]?.pieces ?? [];
    expect(pieces[0]?.text).toBe('Pages 5–18, efficient');
    // The page shows the drawing at its own size: the baseline is 90 below the top edge of the picture.
    expect(pieces[0]?.y).toBeCloseTo(170, 1);
    expect(pieces[0]?.x).toBeGreaterThan(80);
    expect(pieces[0]?.x).toBeLessThan(100);
  });

  it('saves no more states within each other than PDF/A allows', async () => {
    const nested = '<g clip-path="url(#c)">'.repeat(60) + '<rect width="9" height="9"/>' + '</g>'.repeat(60);
    const bytes = painted(`<clipPath id="c"><rect width="50" height="50"/></clipPath>${nested}`);
    for (const content of await forms(bytes)) {
      let [depth, deepest] = [0, 0];
      for (const [word] of content.matchAll(/\b[qQ]\b/g))
        deepest = Math.max(deepest, (depth += word === 'q' ? 1 : -1));
      expect(depth).toBe(0);
      expect(deepest).toBeLessThanOrEqual(28);
    }
    expect(await checkPdf(bytes)).toEqual([]);
  });

  it('writes numbers without exponents, however small or large the drawing', async () => {
    const found = await forms(
      painted('<g transform="scale(1e-7)"><path d="M1e9 0L1e12 1e-9H1e30" stroke="red"/></g>'),
    );
    expect(found.join('')).not.toMatch(/\de[+-]?\d|Infinity|NaN/);
  });

  it('has each of its resources in the form that uses it', async () => {
    const pdf = await PDFDocument.load(painted(drawing));
    const keys = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFRawStream)) return [];
      const resources = object.dict.get(PDFName.of('Resources'));
      return resources instanceof PDFDict && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
        ? [resources.keys().map((key) => key.toString())]
        : [];
    });
    expect(keys).toContainEqual(['/Font', '/ExtGState', '/Shading', '/XObject']);
  });
});
