/** Makes small XLSX files, as Excel writes them. */
import { strToU8, zipSync } from 'fflate';

export interface TestSheet {
  readonly name: string;
  readonly state?: string;
  /** XML of the rows. */
  readonly rows: string;
  readonly more?: string;
  readonly before?: string;
}

const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy;@"/></numFmts>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A workbook of sheets; `texts` are those that sheets share, styles 0 to 4 are General, #,##0.000, 0.00%, a date, a date of one's own. */
export function workbook(
  sheets: readonly TestSheet[],
  texts: readonly string[] = [],
  more: { readonly settings?: string; readonly names?: string } = {},
): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r">${more.settings ?? ''}<sheets>${sheets
      .map(
        (s, i) =>
          `<sheet name="${s.name}" sheetId="${i + 1}"${s.state === undefined ? '' : ` state="${s.state}"`} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets>${more.names ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${type}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId90" Type="${type}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${type}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((t) => `<si>${t}</si>`).join('')}</sst>`,
    'xl/styles.xml': styles,
  };
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<worksheet xmlns="m">${sheet.before ?? ''}<sheetData>${sheet.rows}</sheetData>${sheet.more ?? ''}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: '2019-01-01',
  });
}

/** A row of cells given as XML, or as text of its own. */
export function row(number: number, cells: readonly string[], attributes = ''): string {
  const xml = cells.map((cell, i) => {
    const name = `${String.fromCharCode(65 + i)}${number}`;
    if (cell === '') return '';
    return cell.startsWith('<')
      ? cell.replace('<c', `<c r="${name}"`)
      : `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}"${attributes}>${xml.join('')}</row>`;
}

/** A number with a style. */
export function n(stored: string, style = 0): string {
  return `<c s="${style}"><v>${stored}</v></c>`;
}
