/** The rows of a cover sheet: the settings of a paper as labelled, printed facts (look, "particulars"). */
import { dateInWords } from '../model/dates.js';
import type { Particular } from '../model/paper.js';
import { timeInWords } from '../model/words.js';
import type { Form, PrintKind } from '../model/schema/form.js';

/** How values that are ids become words. */
export interface Printer {
  readonly person: (value: string) => string;
  readonly priority: (id: string) => string;
}

/** What a paper says of itself, by key of its form, and the two facts that every paper has. */
export interface PrintedSettings {
  readonly form: Form;
  readonly values: Readonly<Record<string, unknown>>;
  readonly authors: readonly string[];
  readonly owner: string | undefined;
  /** Sections that the paper leaves out, with the reasons. */
  readonly notApplicable?: Readonly<Record<string, string>>;
}

/** Keys of the form before which authors and owner are printed, as the look has them. */
const afterAuthors = new Set(['contact', 'ref', 'keyDecision', 'part', 'period', 'apologies']);

/** All rows in printing order; settings that are not given make no row. */
export function particulars(paper: PrintedSettings, printer: Printer): readonly Particular[] {
  const entries = Object.entries(paper.form);
  const found = entries.findIndex(([key]) => afterAuthors.has(key));
  const cut = found === -1 ? entries.length : found;
  const printed = (some: typeof entries): readonly Particular[] =>
    some.flatMap(([key, field]) => {
      const value = printValue(paper.values[key], field.print, printer);
      return value === undefined || value === '' ? [] : [{ label: field.label, value }];
    });
  const { authors, owner } = paper;
  return [
    ...printed(entries.slice(0, cut)),
    ...(authors.length > 0
      ? [{ label: authors.length === 1 ? 'Author' : 'Authors', value: authors.join('; ') }]
      : []),
    ...(owner === undefined ? [] : [{ label: 'Owner', value: owner }]),
    ...printed(entries.slice(cut)),
    ...(paper.notApplicable === undefined
      ? []
      : Object.entries(paper.notApplicable).map(([section, reason]) => ({
          label: `${section.charAt(0).toUpperCase()}${section.slice(1).replace(/-/g, ' ')}`,
          value: `Not applicable: ${reason}`,
        }))),
  ];
}

function printValue(value: unknown, print: PrintKind, printer: Printer): string | undefined {
  if (value === undefined || print === 'none') return undefined;
  switch (print) {
    case 'text':
      return value as string;
    case 'choice':
      return (value as string).replace(/^./, (c) => c.toUpperCase());
    case 'lines':
      return texts(value).join('; ');
    case 'people':
      return texts(value).map(printer.person).join('; ');
    case 'date':
      return printDate(value as string);
    case 'date-time':
      return printDateTime(value as string);
    case 'yes-no':
      return value === true ? 'Yes' : 'No';
    case 'yes-no-or-reason':
      return value === true ? 'Yes' : value === false ? 'No' : (value as string);
    case 'part':
      return value === 2 ? 'II, closed' : 'I, public';
    case 'priorities':
      return texts(value).map(printer.priority).join('; ');
    case 'records':
      return (value as readonly Readonly<Record<string, unknown>>[]).map((r) => printRecord(r)).join('; ');
  }
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]) as readonly string[];
}

/** "Cabinet, 15 January 2019, approve". */
function printRecord(record: Readonly<Record<string, unknown>>): string {
  return Object.values(record)
    .filter((v) => v !== undefined)
    .map((v) => printDate(v as string))
    .join(', ');
}

/** A date in words; a month or a year alone, and anything else, as far as it goes. */
export function printDate(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateInWords(value);
  if (/^\d{4}-\d{2}$/.test(value)) return dateInWords(`${value}-01`).replace(/^1 /, '');
  return value;
}

/** "22 January 2019, 4.10 pm", "22 January 2019, noon". */
export function printDateTime(value: string): string {
  return `${dateInWords(value)}, ${timeInWords(value.slice(11, 16)).replaceAll('\u00a0', ' ')}`;
}
