/** Fonts: embedded, with true widths, a text for each code, and no missing glyph (7.21). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import type { PdfFont } from '../font.js';
import { dictOf, entryOf, nameOf, numberOf, streamBytes, textOf } from '../objects.js';

/** Checks the codes that are shown in each font. Fonts that show nothing are left alone, as the standard has it. */
export function checkFonts({ pages }: PdfFacts): readonly PdfFinding[] {
  const used = new Map<PdfFont, Set<number>>();
  for (const page of pages)
    for (const [font, codes] of page.used) {
      const all = used.get(font) ?? new Set<number>();
      for (const code of codes) all.add(code);
      used.set(font, all);
    }
  return [...used].flatMap(([font, codes]) => checkFont(font, codes));
}

function checkFont(font: PdfFont, codes: ReadonlySet<number>): readonly PdfFinding[] {
  const found = new Set<PdfFinding['id']>();
  if (!font.embedded) found.add('7.21.4.1-1');
  for (const id of font.codeLength === 2 ? compositeFaults(font) : trueTypeFaults(font)) found.add(id);
  for (const code of codes) {
    const text = font.unicode.get(code);
    if (text === undefined || text === '') found.add('7.21.7-1');
    else if (/[\0\uFEFF\uFFFE]/.test(text)) found.add('7.21.7-2');
    // Codes of our fonts are glyph numbers: the encoding is Identity-H and the map from codes to glyphs, too.
    if (font.codeLength !== 2) continue;
    if (code === 0) found.add('7.21.8-1');
    if (font.program) {
      if (code >= font.program.glyphs) found.add('7.21.4.1-2');
      else if (Math.abs((font.width(code) ?? -1) - font.program.width(code)) > 1) found.add('7.21.5-1');
    }
    if (font.cidSet && ((font.cidSet[code >> 3] ?? 0) & (0x80 >> (code & 7))) === 0) found.add('7.21.4.2-2');
  }
  return [...found].map((id) => finding(id, `font ${font.name}`));
}

/** Tables of codes that readers know (PDF 1.7, 9.7.5.2); Identity goes with every collection. */
const knownTables =
  /^(?:Identity|GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-(?:UCS2|UTF16)|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS-(?:UCS2|UTF16)|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|UniJIS-(?:UCS2|UCS2-HW|UTF16)|KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|UniKS-(?:UCS2|UTF16))-[HV]$|^[HV]$/;

function compositeFaults({ dict, descendant }: PdfFont): readonly PdfFinding['id'][] {
  const faults: PdfFinding['id'][] = [];
  const encoding = entryOf(dict, 'Encoding');
  const name = nameOf(encoding);
  const table = dictOf(encoding);
  if (name === undefined ? table === undefined : !knownTables.test(name)) faults.push('7.21.3.3-1');
  const collection = (owner: ReturnType<typeof dictOf>): string => {
    const info = dictOf(entryOf(owner, 'CIDSystemInfo'));
    return `${textOf(entryOf(info, 'Registry')) ?? ''}-${textOf(entryOf(info, 'Ordering')) ?? ''}`;
  };
  if (table !== undefined && collection(table) !== collection(descendant)) faults.push('7.21.3.1-1');
  const map = entryOf(descendant, 'CIDToGIDMap');
  const embedded = entryOf(dictOf(entryOf(descendant, 'FontDescriptor')), 'FontFile2') !== undefined;
  if (
    nameOf(entryOf(descendant, 'Subtype')) === 'CIDFontType2' &&
    embedded &&
    nameOf(map) !== 'Identity' &&
    streamBytes(map) === undefined
  )
    faults.push('7.21.3.2-1');
  return faults;
}

const symbolic = 4;

function trueTypeFaults({ dict, descriptor }: PdfFont): readonly PdfFinding['id'][] {
  if (nameOf(entryOf(dict, 'Subtype')) !== 'TrueType') return [];
  const encoding = entryOf(dict, 'Encoding');
  const flags = numberOf(entryOf(descriptor, 'Flags')) ?? 0;
  if ((flags & symbolic) !== 0) return encoding === undefined ? [] : ['7.21.6-3'];
  const base = nameOf(encoding) ?? nameOf(entryOf(dictOf(encoding), 'BaseEncoding')) ?? '';
  return ['MacRomanEncoding', 'WinAnsiEncoding'].includes(base) ? [] : ['7.21.6-2'];
}
