/** "As at October 2018" in a report of month 8, "month 8 (October)": a report names one month as its own. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { monthNames } from '../model/dates.js';
import { entry } from '../source/data-node.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import { inWords, proseDates } from './prose-date.js';
import type { Rule, RuleText } from './rule.js';
import { tablesOf } from './tables-of.js';
import { textSettings } from './text-setting.js';
import type { TextSetting } from './text-setting.js';

const id = 'period-agrees';

export const rule: Rule = {
  id,
  check: (publication, texts) => {
    const settings = textSettings(publication);
    return texts.flatMap((text) => {
      const flats = flatTexts(text);
      const faults = flats.flatMap(checkMonthNumbers);
      const positions = flats.filter((flat) => /\bas\s+at\b/i.test(flat.text));
      const own = positions.length === 0 ? undefined : ownPeriod(text, settings.get(text.document));
      return own === undefined
        ? faults
        : [...faults, ...positions.flatMap((flat) => checkPosition(flat, own))];
    });
  },
};

/** The month that a report is of. */
interface Period {
  /** 1 for January. */
  readonly month: number;
  readonly year?: number;
  /** "month 8, which is November". */
  readonly said: string;
}

/** Month 1 of a financial year is April. */
function ofFinancialYear(number: number): number {
  return ((number + 2) % 12) + 1;
}

function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

/** The month that the front matter says, else the latest "Month 8" of the heads of tables. */
function ownPeriod(text: RuleText, setting: TextSetting | undefined): Period | undefined {
  const node = entry(setting?.paper?.settings, 'period');
  const period = node?.kind === 'scalar' ? node.text : '';
  const date = proseDates(period).at(-1);
  if (date?.precision === 'month')
    return {
      month: Number(date.from.slice(5, 7)),
      year: Number(date.from.slice(0, 4)),
      said: `its period is “${period}”`,
    };
  const heads = tablesOf(text).flatMap((table) => table.columns.map((column) => column.label));
  const numbers = [period, ...heads].flatMap((words) => {
    const number = Number(/\bmonth\s+(\d{1,2})\b/i.exec(words)?.[1] ?? '0');
    return number >= 1 && number <= 12 ? [number] : [];
  });
  if (numbers.length === 0) return undefined;
  const latest = Math.max(...numbers);
  return {
    month: ofFinancialYear(latest),
    said: `it reports month ${String(latest)}, which is ${monthName(ofFinancialYear(latest))}`,
  };
}

const position =
  /\b(?:position|outturn|forecast|variation|variance|performance|monitoring|figures)\b[^.;:]{0,30}\bas\s+at\s+(?:the\s+)?(?:end\s+of\s+)?$/i;
const another = /\b(?:last|previous|prior|earlier|since|compared|than|was|were)\b/i;

function checkPosition(flat: FlatText, own: Period): readonly Diagnostic[] {
  return proseDates(flat.text).flatMap((date) => {
    const before = flat.text.slice(0, date.start);
    const sentence =
      before.slice(before.lastIndexOf('. ') + 1) + (flat.text.slice(date.end).split('. ')[0] ?? '');
    if (date.precision !== 'month' || !position.test(before) || another.test(sentence)) return [];
    const [month, year] = [Number(date.from.slice(5, 7)), Number(date.from.slice(0, 4))];
    const span = flat.place(date.start, date.end);
    if (span === undefined || (month === own.month && (own.year === undefined || own.year === year)))
      return [];
    return [
      warning(id, span, `the report gives the position as at ${inWords(date)}, and ${own.said}`, {
        hint: 'Correct the month that is wrong.',
      }),
    ];
  });
}

const numbered = new RegExp(`\\bmonth\\s+(\\d{1,2})\\s*[,(–-]\\s*(${monthNames.join('|')})\\b`, 'gi');

function checkMonthNumbers(flat: FlatText): readonly Diagnostic[] {
  if (!/\bmonth\s+\d/i.test(flat.text)) return [];
  return matchesOf(numbered, flat.text).flatMap((match) => {
    const number = Number(match[1]);
    const right = monthName(ofFinancialYear(number));
    const span = flat.place(match.index, match.index + match[0].length);
    if (span === undefined || number < 1 || number > 12 || right.toLowerCase() === match[2]?.toLowerCase())
      return [];
    return [
      warning(id, span, `month ${String(number)} is ${right}, and the text says ${match[2] ?? ''}`, {
        hint: 'Month 1 of a financial year is April.',
      }),
    ];
  });
}
