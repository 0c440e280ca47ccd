/** Numbers of a workbook as text: the shortest decimal that is the stored number, percentages and dates as their format shows them. */
import { dateOfDay, dayNumber } from '../../model/dates.js';

/** What the number format of a cell says about its number. */
export type NumberKind = 'plain' | 'percent' | 'date' | 'time' | 'date-time';

/** Formats that every workbook knows by number (ECMA-376, 18.8.30). */
const builtIn: ReadonlyMap<number, NumberKind> = new Map<number, NumberKind>([
  [9, 'percent'],
  [10, 'percent'],
  [14, 'date'],
  [15, 'date'],
  [16, 'date'],
  [17, 'date'],
  [18, 'time'],
  [19, 'time'],
  [20, 'time'],
  [21, 'time'],
  [22, 'date-time'],
  [45, 'time'],
  [46, 'time'],
  [47, 'time'],
]);

/** The kind of a format, by its number or its code: `0.0%`, `dd/mm/yyyy`, `[h]:mm`. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn.get(id) ?? 'plain';
  // Words in quotes, escaped characters, colours and conditions are no format letters; the first section is for positive numbers.
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  if (/^general$/i.test(first.trim())) return 'plain';
  const days = /[dy]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first));
  const hours = /[hs]/i.test(first);
  if (days) return hours ? 'date-time' : 'date';
  if (hours) return 'time';
  return first.includes('%') ? 'percent' : 'plain';
}

/** Decimals that a format shows: 3 for `#,##0.000`; undefined for General. */
export function decimalsOfFormat(id: number, code: string | undefined): number | undefined {
  const usual: Readonly<Record<number, string>> = {
    1: '0',
    2: '0.00',
    3: '#,##0',
    4: '#,##0.00',
    9: '0%',
    10: '0.00%',
  };
  const [first = ''] = (code ?? usual[id] ?? '').replace(/"[^"]*"|\\.|_./g, '').split(';');
  const match = /[0#?](?:\.([0#?]+))?/.exec(first);
  return match === null ? undefined : (/\.([0#?]+)/.exec(first)?.[1]?.length ?? 0);
}

/** The shortest decimal that reads back as the stored number: `1.1000000000000001` is 1.1. No exponent. */
export function shortestDecimal(stored: string): string | undefined {
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(stored.trim())) return undefined;
  const value = Number(stored);
  if (!Number.isFinite(value)) return undefined;
  return moved(String(value === 0 ? 0 : value), 0);
}

/** A decimal with its point moved, digit by digit. */
function moved(text: string, by: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/i.exec(text);
  if (match === null) throw new Error(`${text} is no number`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const point = whole.length + Number(exponent) + by;
  const digits = whole + fraction;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

/**
 * The number as an author would type it: `0.125` in a cell of percentages is `12.5%`, a day its date. Noughts that the format shows at the
 * end are kept (`1.1` as 0.000 is 1.100), digits that it hides are kept too. Undefined where it is no number, or no day that exists.
 */
export function numberText(
  stored: string,
  kind: NumberKind,
  decimals: number | undefined,
  epoch: 1900 | 1904,
): string | undefined {
  const plain = shortestDecimal(stored);
  if (plain === undefined) return undefined;
  switch (kind) {
    case 'plain':
      return withDecimals(plain, decimals);
    case 'percent':
      return `${withDecimals(moved(plain, 2), decimals)}%`;
    case 'date':
    case 'time':
    case 'date-time':
      return dateText(Number(plain), kind, epoch);
  }
}

function withDecimals(text: string, decimals: number | undefined): string {
  const [whole = '', fraction = ''] = text.split('.');
  const right = fraction.padEnd(Math.min(decimals ?? 0, 9), '0');
  return right === '' ? whole : `${whole}.${right}`;
}

/** Serial day numbers: 1 is 1 January 1900, and 29 February 1900 is counted although there was none. */
function dateText(
  serial: number,
  kind: 'date' | 'time' | 'date-time',
  epoch: 1900 | 1904,
): string | undefined {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const day = Math.floor(serial) + (minutes === 1440 ? 1 : 0);
  const clock = minutes % 1440;
  const time = `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;
  if (kind === 'time') return serial >= 0 && serial < 1 ? time : undefined;
  const first = epoch === 1904 ? dayNumber('1904-01-01') : dayNumber('1899-12-30') + (day < 60 ? 1 : 0);
  if (day < 0 || (epoch === 1900 && (day === 0 || day === 60)) || day > 2_958_465) return undefined;
  const date = dateOfDay(first + day);
  return kind === 'date' || clock === 0 ? date : `${date} ${time}`;
}
