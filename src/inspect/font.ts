/** Fonts of a page as a reader sees them: codes to text, widths in the PDF and in the font program. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, entryOf, nameOf, numberOf, streamBytes } from './objects.js';
import { readOperations } from './operators.js';
import type { Operand } from './operators.js';

/** A composite or simple font. */
export interface PdfFont {
  readonly name: string;
  /** Two for composite fonts, else one. */
  readonly codeLength: 1 | 2;
  readonly unicode: ReadonlyMap<number, string>;
  /** Width of a code in thousandths, as the PDF says. */
  width(code: number): number | undefined;
  readonly program: FontProgram | undefined;
  readonly embedded: boolean;
  readonly cidSet: Uint8Array | undefined;
  readonly dict: PDFDict;
  /** The font that a composite one is made of; the same dictionary for a simple one. */
  readonly descendant: PDFDict | undefined;
  readonly descriptor: PDFDict | undefined;
}

/** What is checked of an embedded TrueType program. */
export interface FontProgram {
  readonly glyphs: number;
  /** In thousandths of the type size. */
  width(glyph: number): number;
}

/** Reads a font dictionary. */
export function readFont(dict: PDFDict): PdfFont {
  const composite = nameOf(entryOf(dict, 'Subtype')) === 'Type0';
  const descendant = composite ? dictOf(arrayOf(entryOf(dict, 'DescendantFonts'))[0]) : dict;
  const descriptor = dictOf(entryOf(descendant, 'FontDescriptor'));
  const file = entryOf(descriptor, 'FontFile2');
  const other = entryOf(descriptor, 'FontFile3') ?? entryOf(descriptor, 'FontFile');
  const bytes = attempt(() => streamBytes(file));
  const widths = composite ? compositeWidths(descendant) : simpleWidths(dict);
  return {
    name: nameOf(entryOf(dict, 'BaseFont')) ?? '',
    codeLength: composite ? 2 : 1,
    unicode: new Map([
      ...(composite ? [] : winAnsi(dict)),
      ...(attempt(() => readCmap(streamBytes(entryOf(dict, 'ToUnicode')))) ?? []),
    ]),
    width: (code) => widths.get(code),
    program: bytes && attempt(() => readTrueType(bytes)),
    embedded: file !== undefined || other !== undefined,
    cidSet: attempt(() => streamBytes(entryOf(descriptor, 'CIDSet'))),
    dict,
    descendant,
    descriptor,
  };
}

/** A font that is damaged in part is judged by what is left of it. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * Characters of a simple font in the usual encoding, which need no map of their own (ISO 14289-1, 7.21.7).
 *
 * Codes that the font gives other glyphs are left to its map.
 */
function winAnsi(dict: PDFDict): readonly (readonly [number, string])[] {
  const encoding = entryOf(dict, 'Encoding');
  const base = nameOf(encoding) ?? nameOf(entryOf(dictOf(encoding), 'BaseEncoding'));
  if (base !== 'WinAnsiEncoding') return [];
  const other = new Set<number>();
  let code = 0;
  for (const item of arrayOf(entryOf(dictOf(encoding), 'Differences'))) {
    const start = numberOf(item);
    if (start === undefined) other.add(code++);
    else code = start;
  }
  const codes = Array.from({ length: 224 }, (_, at) => at + 32).filter((own) => !other.has(own));
  const decoder = new TextDecoder('windows-1252');
  return codes.map((own) => [own, decoder.decode(new Uint8Array([own]))]);
}

function simpleWidths(dict: PDFDict): ReadonlyMap<number, number> {
  const first = numberOf(entryOf(dict, 'FirstChar')) ?? 0;
  return new Map(arrayOf(entryOf(dict, 'Widths')).map((width, i) => [first + i, numberOf(width) ?? 0]));
}

/** Codes have two bytes at most; a damaged file may name any number. */
const highestCode = 0xffff;

/** The W array: `c [w ...]` and `first last w` (PDF 1.7, 9.7.4.3). */
function compositeWidths(dict: PDFDict | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items = arrayOf(entryOf(dict, 'W'));
  for (let i = 0; i < items.length;) {
    const first = numberOf(items[i]) ?? 0;
    const second = items[i + 1];
    const last = numberOf(second);
    if (last === undefined) {
      for (const [offset, width] of arrayOf(second).entries()) {
        const value = numberOf(width);
        if (value !== undefined) widths.set(first + offset, value);
      }
      i += 2;
    } else {
      for (let code = first; code <= Math.min(last, highestCode); code++)
        widths.set(code, numberOf(items[i + 2]) ?? 0);
      i += 3;
    }
  }
  return widths;
}

/** `bfchar` and `bfrange` of a ToUnicode map. */
export function readCmap(bytes: Uint8Array | undefined): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  if (!bytes) return map;
  for (const { operator, operands } of readOperations(bytes)) {
    if (operator === 'endbfchar')
      for (let i = 0; i + 1 < operands.length; i += 2) map.set(codeOf(operands[i]), utf16(operands[i + 1]));
    if (operator === 'endbfrange')
      for (let i = 0; i + 2 < operands.length; i += 3) {
        const first = codeOf(operands[i]);
        const last = codeOf(operands[i + 1]);
        const to = operands[i + 2];
        for (let code = first; code <= Math.min(last, highestCode); code++) {
          if (to?.kind === 'array') map.set(code, utf16(to.items[code - first]));
          else map.set(code, shifted(utf16(to), code - first));
        }
      }
  }
  return map;
}

function codeOf(operand: Operand | undefined): number {
  return operand?.kind === 'string' ? operand.bytes.reduce((code, byte) => code * 256 + byte, 0) : 0;
}

function utf16(operand: Operand | undefined): string {
  if (operand?.kind !== 'string') return '';
  let text = '';
  for (let i = 0; i + 1 < operand.bytes.length; i += 2)
    text += String.fromCharCode(((operand.bytes[i] ?? 0) << 8) | (operand.bytes[i + 1] ?? 0));
  return text;
}

function shifted(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}

/** Advance widths of a TrueType file: head, hhea, hmtx and maxp only. */
function readTrueType(bytes: Uint8Array): FontProgram | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name));
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return undefined;
  const perEm = view.getUint16(head + 18);
  const metrics = view.getUint16(hhea + 34);
  return {
    glyphs: view.getUint16(maxp + 4),
    width: (glyph) => (view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / perEm,
  };
}
