/** Names of cells as Excel has them: `B7`, `A1:H12`, `'Budget 2019'!$A$1:$H$12`. Rows and columns count from 0. */

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What `#...` after the name of a file says. */
export interface RangeName {
  readonly sheet?: string;
  readonly range?: CellRange;
  /** A word that may be a sheet or a name of a range. */
  readonly word?: string;
}

/** 0 for A, 26 for AA. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "C7". */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Reads `A1:H12` or `B7`, with or without dollar signs. */
export function readRange(text: string): CellRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const columns = [columnIndex(left), columnIndex(right)];
  const rows = [Number(top) - 1, Number(bottom) - 1];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

/** Reads what follows the `#`: a sheet, a range, both with `!` between them, or a name. Undefined for none of these. */
export function readRangeName(text: string): RangeName | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/.exec(trimmed);
  if (match !== null) {
    const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? '';
    const range = readRange(match[3] ?? '');
    return range === undefined ? undefined : { sheet, range };
  }
  const range = readRange(trimmed);
  if (range !== undefined) return { range };
  const quoted = /^'((?:[^']|'')+)'$/.exec(trimmed)?.[1];
  if (quoted !== undefined) return { sheet: quoted.replaceAll("''", "'") };
  return /['!]/.test(trimmed) ? undefined : { word: trimmed };
}
