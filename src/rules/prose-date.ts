/** Dates as running text and tables have them: "30 January 2019", "end of March 2019", "31.03.2015", "2019-03". */
import { dateInWords, daysInMonth, monthNames } from '../model/dates.js';
import type { IsoDate } from '../model/council.js';
import { matchesOf } from './matches.js';

/** A date of a text, from its first possible day to its last. */
export interface ProseDate {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly precision: 'day' | 'month';
  /** As typed. */
  readonly typed: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const monthSource = monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|');
const named = `(?<![\\d.])(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?\\b(${monthSource}|Sept)\\b\\.?,?\\s+((?:19|20)\\d{2})`;
const iso = '((?:19|20)\\d{2})-(\\d{2})(?:-(\\d{2}))?';
const slashed = '(\\d{1,2})([./-])(\\d{1,2})\\8((?:19|20)?\\d{2})';
const short = `(${monthSource})[-’']((?:20)?\\d{2})`;
const pattern = new RegExp(
  `(?:${named}|(?<![\\d./£-])(?:${iso}|${slashed}|${short}))(?![\\d/]|[.-]\\d|-[a-z])`,
  'gi',
);

/** What each of these has, found much sooner: a year in full, a date in figures, or the hyphen of "Mar-19". */
const sign = /(?:19|20)\d\d|\d([./-])\d{1,2}\1\d\d|[a-z][-’']\d\d/i;

/** Every date of a text, in order. Days without a year are none. */
export function proseDates(text: string): readonly ProseDate[] {
  if (!sign.test(text)) return [];
  return matchesOf(pattern, text).flatMap((match) => {
    const [typed, dayName, monthName, yearName, isoYear, isoMonth, isoDay, day, , month, year] = match;
    const at = { typed, start: match.index, end: match.index + typed.length };
    if (monthName !== undefined) return made(Number(yearName), monthOf(monthName), dayName, at);
    // "2010-11" may be a financial year.
    if (isoYear !== undefined)
      return isoDay === undefined ? [] : made(Number(isoYear), Number(isoMonth), isoDay, at);
    if (year !== undefined) return made(fullYear(year), Number(month), day, at);
    return made(fullYear(match[12] ?? ''), monthOf(match[11] ?? ''), undefined, at);
  });
}

/** The date that is the whole of a text, words such as "end of" and "mid-" before it left aside. */
export function proseDate(text: string): ProseDate | undefined {
  const bare = text
    .trim()
    .replace(
      /^(?:by\s+)?(?:the\s+)?(?:(?:end|beginning|start|middle)\s+(?:of\s+)?|mid-?\s*|early\s+|late\s+)?/i,
      '',
    );
  const month = /^((?:19|20)\d{2})-(\d{2})$/.exec(bare);
  if (month !== null)
    return made(Number(month[1]), Number(month[2]), undefined, {
      typed: bare,
      start: 0,
      end: bare.length,
    })[0];
  const [date, ...others] = proseDates(bare);
  return date !== undefined && others.length === 0 && date.start === 0 && date.end === bare.length
    ? date
    : undefined;
}

function made(
  year: number,
  month: number,
  day: string | undefined,
  at: Pick<ProseDate, 'typed' | 'start' | 'end'>,
): readonly ProseDate[] {
  if (month < 1 || month > 12) return [];
  const last = daysInMonth(year, month);
  if (day !== undefined && (Number(day) < 1 || Number(day) > last)) return [];
  const of = (d: number): IsoDate =>
    `${String(year)}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return day === undefined
    ? [{ ...at, from: of(1), to: of(last), precision: 'month' }]
    : [{ ...at, from: of(Number(day)), to: of(Number(day)), precision: 'day' }];
}

function monthOf(name: string): number {
  return (
    monthNames.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
  );
}

/** "19" is 2019: papers do not speak of 1919 in two digits. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** The same day or month some years later. */
export function yearsLater(date: ProseDate, years: number): Pick<ProseDate, 'from' | 'to'> {
  const move = (day: IsoDate): IsoDate => `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;
  return { from: move(date.from), to: move(date.to) };
}

/** "30 January 2019", or "January 2019" for a whole month. */
export function inWords({ from, precision }: Pick<ProseDate, 'from' | 'precision'>): string {
  const words = dateInWords(from);
  return precision === 'day' ? words : words.replace(/^\d+ /, '');
}
