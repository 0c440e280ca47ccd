/** Paints a document of a pack with its images and attachments, claiming only what they allow. */
import { createHash } from 'node:crypto';
import type { DisplayDocument } from '../layout/display.js';
import { isInkJpeg } from '../layout/jpeg.js';
import type { Claims } from '../pdf/metadata.js';
import { paint } from '../pdf/paint.js';
import type { PackTools } from './pack.js';

/** The bytes of the finished file. */
export function paintWith(document: DisplayDocument, tools: PackTools): Uint8Array {
  const make = (): Uint8Array =>
    paint(document, tools.fonts, {
      readImage: tools.readImage,
      readForeign: (src) => tools.attachment?.(src)?.pdf,
      claims: claimsOf(document, tools),
    });
  return tools.keep ? tools.keep.paint(document, (src) => imageName(src, tools), make) : make();
}

/** Attachments have no name here: a file that holds pages of one is painted anew. */
function imageName(src: string, tools: PackTools): string | undefined {
  const bytes = tools.readImage(src);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

/** An attachment or picture that does not conform takes the claim from every file that holds a page of it. */
function claimsOf(document: DisplayDocument, tools: PackTools): Claims {
  const held = new Set(
    document.pages.flatMap((page) =>
      page.items.flatMap((item) => (item.kind === 'imported' ? [item.src] : [])),
    ),
  );
  const claims = [...held].map((src) => tools.attachment?.(src)?.claims ?? { ua: false, a: false });
  const inks = imagesOf(document).some((src) => isInkJpeg(tools.readImage(src) ?? new Uint8Array()));
  return { ua: claims.every((claim) => claim.ua), a: !inks && claims.every((claim) => claim.a) };
}

function imagesOf(document: DisplayDocument): readonly string[] {
  const found = document.pages.flatMap((page) =>
    page.items.flatMap((item) => (item.kind === 'image' ? [item.src] : [])),
  );
  return [...new Set(found)];
}
