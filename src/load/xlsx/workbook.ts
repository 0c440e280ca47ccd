/** Opens an XLSX file: the sheets in it, the texts they share, and the formats of their numbers (ECMA-376). */
import { strFromU8, unzipSync } from 'fflate';
import type { Workbook, WorkSheet } from '../../model/workbook.js';
import { decimalsOfFormat, kindOfFormat } from './number.js';
import type { CellStyle, Shared } from './shared.js';
import { richText } from './shared.js';
import { readSheet } from './sheet.js';
import type { XmlElement } from './xml.js';
import { childOf, childrenOf, DamagedXml, readXml } from './xml.js';

/** Why a file is no workbook that can be read. */
export interface NoWorkbook {
  readonly fault: string;
  readonly hint: string;
}

/** More than any workbook of figures holds; a file that claims more is not unpacked. */
const largestPart = 100_000_000;

/** Reads the bytes of an XLSX file. */
export function readWorkbook(bytes: Uint8Array): Workbook | NoWorkbook {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return {
      fault: 'is protected by a password, or is an .xls file of an older Excel',
      hint: 'In Excel choose Save as, “Excel Workbook (.xlsx)”, without a password.',
    };
  const damaged: NoWorkbook = {
    fault: 'is damaged, or is no Excel workbook',
    hint: 'Open it in Excel and save it again as “Excel Workbook (.xlsx)”.',
  };
  const large: string[] = [];
  try {
    const parts = unzipSync(bytes, {
      filter: (file) => {
        if (!/\.(xml|rels)$/i.test(file.name)) return false;
        if (file.originalSize > largestPart) large.push(file.name);
        return large.length === 0;
      },
    });
    if (large.length > 0)
      return {
        fault: 'is too large for a table of figures',
        hint: 'Copy the cells you need into a file of their own.',
      };
    return readParts(parts) ?? damaged;
  } catch (thrown) {
    // fflate throws its own errors for files cut short; anything else is a fault of this program.
    if (thrown instanceof DamagedXml || (thrown instanceof Error && 'code' in thrown)) return damaged;
    throw thrown;
  }
}

function readParts(parts: Readonly<Record<string, Uint8Array>>): Workbook | undefined {
  const part = (path: string): XmlElement | undefined => {
    const bytes = parts[path];
    return bytes === undefined ? undefined : readXml(strFromU8(bytes));
  };
  const main = targets(part('_rels/.rels'), '').find((t) => t.type.endsWith('/officeDocument'))?.path;
  const book = main === undefined ? undefined : part(main);
  if (main === undefined || book === undefined) return undefined;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = targets(part(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const pathOf = (type: string): string => related.find((t) => t.type.endsWith(`/${type}`))?.path ?? '';
  const settings = childOf(book, 'workbookPr')?.attributes.get('date1904');
  const shared: Shared = {
    texts: childrenOf(part(pathOf('sharedStrings')), 'si').map(richText),
    styles: readStyles(part(pathOf('styles'))),
    epoch: settings === '1' || settings === 'true' ? 1904 : 1900,
  };
  const sheets = childrenOf(childOf(book, 'sheets'), 'sheet').flatMap((sheet): readonly WorkSheet[] => {
    const path = related.find((t) => t.id === sheet.attributes.get('r:id'))?.path ?? '';
    const root = part(path);
    // Sheets of charts and macros hold no cells.
    if (root?.name !== 'worksheet') return [];
    const hidden = (sheet.attributes.get('state') ?? 'visible') !== 'visible';
    return [readSheet(root, sheet.attributes.get('name') ?? '', hidden, shared)];
  });
  const names = childrenOf(childOf(book, 'definedNames'), 'definedName').map(
    (name) => [name.attributes.get('name') ?? '', name.text] as const,
  );
  return { sheets, names: new Map(names) };
}

interface Target {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** Where the relations of a part lead. */
function targets(root: XmlElement | undefined, folder: string): readonly Target[] {
  return childrenOf(root, 'Relationship').map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type') ?? '',
      path: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
    };
  });
}

function readStyles(root: XmlElement | undefined): readonly CellStyle[] {
  const codes = new Map(
    childrenOf(childOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode'),
    ]),
  );
  return childrenOf(childOf(root, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    const decimals = decimalsOfFormat(id, codes.get(id));
    return { kind: kindOfFormat(id, codes.get(id)), ...(decimals === undefined ? {} : { decimals }) };
  });
}
