/** Images: each file read and embedded once, photographs turned the way the camera was held. */
import type { PdfDictionary, PdfKitDocument, PdfRef } from './internals.js';
import { readPng } from './png.js';
import type { PngImage } from './png.js';

/** An embedded image. */
export interface NamedImage {
  /** Resource name. */
  readonly name: string;
  readonly ref: PdfRef;
  /** A `cm` that turns the unit square, or nothing. */
  readonly turn: string;
}

/** Looks an image up by its `src`; undefined when it cannot be read. */
export type Images = (src: string) => NamedImage | undefined;

/** Matrices for the eight values of Exif's orientation; most photographs from telephones are 6. */
const turns: Readonly<Record<number, string>> = {
  2: '-1 0 0 1 1 0 cm ',
  3: '-1 0 0 -1 1 1 cm ',
  4: '1 0 0 -1 0 1 cm ',
  5: '0 -1 -1 0 1 1 cm ',
  6: '0 -1 1 0 0 1 cm ',
  7: '0 1 1 0 0 0 cm ',
  8: '0 1 -1 0 1 0 cm ',
};

/** The images of one document. `drawn` makes a form on the unit square of a file that holds vectors. */
export function documentImages(
  document: PdfKitDocument,
  read: (src: string) => Uint8Array | undefined,
  drawn: (bytes: Uint8Array) => PdfRef | undefined,
): Images {
  const known = new Map<string, NamedImage | undefined>();
  return (src) => {
    if (!known.has(src)) known.set(src, embed(document, read(src), `Im${known.size + 1}`, drawn));
    return known.get(src);
  };
}

function embed(
  document: PdfKitDocument,
  bytes: Uint8Array | undefined,
  name: string,
  drawn: (bytes: Uint8Array) => PdfRef | undefined,
): NamedImage | undefined {
  if (!bytes) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return embedJpeg(document, bytes, name);
  const png = readPng(bytes);
  const ref = png ? embedPng(document, png) : drawn(bytes);
  return ref && { name, ref, turn: '' };
}

function embedJpeg(document: PdfKitDocument, bytes: Uint8Array, name: string): NamedImage | undefined {
  let image;
  try {
    image = document.openImage(bytes);
  } catch {
    // PDFKit throws for a damaged file; whoever measured the image has reported it.
    return undefined;
  }
  image.embed(document);
  if (!image.obj) throw new Error('PDFKit did not embed an image');
  return { name, ref: image.obj, turn: turns[image.orientation ?? 1] ?? '' };
}

function embedPng(document: PdfKitDocument, png: PngImage): PdfRef {
  const { width, height, bits } = png;
  const base = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height } as const;
  const data: PdfDictionary = {
    ...base,
    BitsPerComponent: bits,
    ColorSpace: png.palette
      ? ['Indexed', 'DeviceRGB', png.palette.length / 3 - 1, png.palette]
      : png.colours === 3
        ? 'DeviceRGB'
        : 'DeviceGray',
  };
  if (png.alpha) {
    const mask = document.ref({ ...base, BitsPerComponent: 8, ColorSpace: 'DeviceGray' });
    mask.end(png.alpha);
    data.SMask = mask;
  }
  const ref = document.ref(data);
  ref.end(png.samples);
  return ref;
}
