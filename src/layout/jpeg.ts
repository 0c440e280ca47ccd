/** What of a JPEG has to be known beyond its size: whether its colours are those of printing inks. */

/**
 * True for a JPEG of four inks (CMYK). A PDF/A whose output intent is sRGB may not hold one (ISO 19005-2, 6.2.4.3).
 *
 * Reads the markers up to the frame header, which counts the components (ITU-T T.81, B.2.2).
 */
export function isInkJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes, and markers without a length.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return bytes[at + 9] === 4;
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return false;
}
