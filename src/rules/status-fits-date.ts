/** "On track" beside a date that is past, "overdue" beside one that is to come: the status of a row fits its date. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CellWords, ColumnWords, RowWords, TableWords } from '../model/table-words.js';
import { inWords, proseDate, proseDates } from './prose-date.js';
import type { ProseDate } from './prose-date.js';
import type { Rule } from './rule.js';
import { statusOf } from './status-words.js';
import type { Status } from './status-words.js';
import { tablesOf } from './tables-of.js';
import { textSettings } from './text-setting.js';
import type { TextSetting } from './text-setting.js';

const id = 'status-fits-date';

export const rule: Rule = {
  id,
  check: (publication, texts) => {
    const settings = textSettings(publication);
    return texts.flatMap((text) => {
      const setting = settings.get(text.document);
      if (setting === undefined) return [];
      return tablesOf(text).flatMap((table) => {
        const shape = shapeOf(table);
        // Tables of figures have their statuses in columns of their own; others may have them in their words.
        const named = shape.due.size + shape.done.size + shape.statuses.length;
        if (named === 0 && table.columns.some((column) => column.numeric)) return [];
        return table.rows.flatMap((row) => (row.kind === 'data' ? checkRow(row, shape, setting) : []));
      });
    });
  },
};

const dueHead =
  /\b(?:due|deadline|target\s+date|by\s+when|completion\s+date|to\s+be\s+completed|implementation\s+date|time-?scales?|end\s+date|finish(?:es)?|next\s+review)\b/i;
const notDue = /\b(?:was|previous|original|baseline|revised\s+from)\b/i;
const doneHead =
  /^(?:date\s+)?(?:completed|achieved|signed\s+off|approved|closed|delivered|actual|last\s+updated|updated|status\s+date|date\s+of\s+status)(?:\s+(?:on|date))?$/i;
/** Columns that may say what became of an action. */
const tells =
  /\b(?:status|progress|rag|brag|state|update|outcome|comments?|notes?|position|result|action\s+taken)\b/i;

/** Which columns of a table say what, found once for all its rows. */
interface Shape {
  readonly table: TableWords;
  /** Columns of dates by which something is due. */
  readonly due: ReadonlySet<number>;
  /** Columns of dates on which something was done. */
  readonly done: ReadonlySet<number>;
  readonly statuses: readonly number[];
}

function shapeOf(table: TableWords): Shape {
  const where = (test: (column: ColumnWords) => boolean): readonly number[] =>
    table.columns.flatMap((column, c) => (test(column) ? [c] : []));
  return {
    table,
    due: new Set(where(({ type, label }) => type === 'due' || (dueHead.test(label) && !notDue.test(label)))),
    done: new Set(where(({ label }) => doneHead.test(label))),
    statuses: where(
      ({ type, label }) => type === 'status' || type === 'rag' || /^(?:status|progress|b?rag)\b/i.test(label),
    ),
  };
}

function checkRow(row: RowWords, shape: Shape, setting: TextSetting): readonly Diagnostic[] {
  const { columns } = shape.table;
  const word = statusCell(row, shape);
  const done = [...shape.done].flatMap((c) => {
    const [cell, column] = [row.cells[c], columns[c]];
    return cell === undefined || column === undefined ? [] : checkDone(cell, row, column, setting);
  });
  const due = [...shape.due].flatMap((c) => {
    const [cell, column] = [row.cells[c], columns[c]];
    return cell === undefined || column === undefined || shape.done.has(c)
      ? []
      : checkDue(cell, row, column, word, shape.table, setting);
  });
  if (shape.due.size > 0) return [...due, ...done];
  return [...checkWords(row, word, setting), ...checkForm(row, shape.table, setting), ...done];
}

/** A form of two columns: "Deadline | 5 February 2018". */
function checkForm(row: RowWords, table: TableWords, setting: TextSetting): readonly Diagnostic[] {
  const [cell, column] = [row.cells[1], table.columns[1]];
  if (cell === undefined || column === undefined || table.columns.length !== 2) return [];
  if (!dueHead.test(row.label) || notDue.test(row.label)) return [];
  return checkDue(cell, row, column, undefined, table, setting, true);
}

const byDate = /\bby\s+(?:the\s+)?(?:(?:end|beginning|start|middle)\s+of\s+)?$/i;

/** "Complete the plan by September 2018" beside "ON TRACK": the date stands in the words of the action. */
function checkWords(
  row: RowWords,
  word: StatusWord | undefined,
  setting: TextSetting,
): readonly Diagnostic[] {
  if (word?.status !== 'open' && word?.status !== 'moved') return [];
  const others = row.cells.filter((cell) => cell !== word.cell);
  const dates = others.flatMap((cell) =>
    proseDates(cell.text).flatMap((date) =>
      byDate.test(cell.text.slice(0, date.start)) ? [{ date, cell }] : [],
    ),
  );
  const [only, ...more] = dates;
  if (only === undefined || more.length > 0 || only.date.to >= setting.written) return [];
  // "Working to a revised deadline of December 2018" is the new date.
  if (proseDates(word.cell.text).some((date) => date.to >= setting.written)) return [];
  return [
    warning(
      id,
      word.cell.span,
      `an action is “${word.said}”, and it was to be done by ${inWords(only.date)}`,
      {
        related: [{ span: only.cell.span, message: 'the action' }],
        hint: 'Give it a new date, or say that it is complete or overdue.',
      },
    ),
  ];
}

/** The word of the row's column of statuses, and what it means. */
function statusCell(row: RowWords, { statuses }: Shape): StatusWord | undefined {
  for (const c of statuses) {
    const cell = row.cells[c];
    const status = cell === undefined ? undefined : statusOf(cell.text);
    if (status !== undefined && cell !== undefined) return { status, said: firstWords(cell.text), cell };
  }
  // "ON TRACK. The scope was agreed": in capitals at the head of a cell.
  for (const cell of row.cells) {
    // Cheaper than its whole text, and most cells do not begin so.
    const [begin] = cell.content;
    if (begin?.kind !== 'text' || !/^\s*\p{Lu}{2}/u.test(begin.text)) continue;
    const capitals = /^\p{Lu}{2,}(?:[ -]\p{Lu}{2,}){0,3}/u.exec(cell.text)?.[0] ?? '';
    const status = statusOf(capitals);
    if (status !== undefined) return { status, said: capitals, cell };
  }
  return undefined;
}

interface StatusWord {
  readonly status: Status;
  /** As typed. */
  readonly said: string;
  readonly cell: CellWords;
}

function checkDue(
  cell: CellWords,
  row: RowWords,
  column: ColumnWords,
  word: StatusWord | undefined,
  table: TableWords,
  setting: TextSetting,
  isForm = false,
): readonly Diagnostic[] {
  const { text } = cell;
  const [date, ...others] = proseDate(text) === undefined ? proseDates(text) : [proseDate(text)];
  if (date === undefined || others.length > 0) return [];
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`.replace(/[^\p{L}\s]+/gu, ' ').trim();
  const own = statusOf(rest);
  const counts = own === undefined ? word : { status: own, said: firstWords(rest), cell };
  const report = (message: string, hint: string): readonly Diagnostic[] => [
    warning(id, cell.span, message, { hint }),
  ];
  const what = `“${row.label}”`;
  const when = inWords(date);
  const isPast = date.to < setting.written;
  const isToCome = date.from > setting.read;
  const before = cell.was === undefined ? undefined : proseDate(cell.was);
  if (counts?.status === 'moved' && before !== undefined && date.to <= before.from)
    return report(
      `${what} is “${counts.said}” from ${inWords(before)} to ${when}, which is not later`,
      'Check both dates: the new one stands first, as in {due: 2019-03, was: 2018-12}.',
    );
  if (counts?.status === 'late' && isToCome)
    return report(
      `${what} is “${counts.said}”, and its date, ${when}, is yet to come`,
      'Correct the status or the date.',
    );
  if (own === 'done' && isToCome && /\p{L}+ed$/iu.test(firstWords(rest)))
    return report(
      `“${text}” of ${what} says what is done, and the date is yet to come`,
      wrongYear(date, setting),
    );
  if (!isPast || counts?.status === 'done' || counts?.status === 'late' || counts?.status === 'other')
    return [];
  if (counts?.status === 'moved')
    return report(
      `${what} is “${counts.said}”, and its date, ${when}, is past`,
      'Give the new date, and the old one beside it: {due: 2019-03, was: 2018-10} in a column of type due.',
    );
  if (counts?.status === 'open')
    return report(
      `${what} is “${counts.said}”, and its date, ${when}, is past`,
      'Give it a new date, or say that it is complete or overdue.',
    );
  const silent = !table.columns.some(
    (other) => other !== column && (tells.test(other.label) || other.type === 'status'),
  );
  // Words of its own beside the date may say anything; without them somebody forgot the row.
  if ((rest === '' || isForm) && silent)
    return report(
      `the date of ${what}, ${when}, is past, and nothing says what became of it`,
      `Correct the date, its year first${isForm ? '' : ', or add a column “Status” that says what is complete'}.`,
    );
  return [];
}

/** A date on which something was done. */
function checkDone(
  cell: CellWords,
  row: RowWords,
  column: ColumnWords,
  setting: TextSetting,
): readonly Diagnostic[] {
  const date = proseDate(cell.text);
  if (date === undefined || date.from <= setting.read) return [];
  return [
    warning(id, cell.span, `“${column.label}” of “${row.label}” is ${inWords(date)}, which is yet to come`, {
      hint: wrongYear(date, setting),
    }),
  ];
}

function wrongYear(date: ProseDate, setting: TextSetting): string {
  const year = Number(date.from.slice(0, 4));
  const meant = `${String(year - 1)}${date.from.slice(4)}` <= setting.read;
  return `${meant ? `Is it ${String(year - 1)}? ` : ''}Check the date, its year first.`;
}

/** The words of a status without what follows them: "ON TRACK" of "ON TRACK. To date this has...". */
function firstWords(text: string): string {
  return (/^[^.,;:(–-]*/.exec(text.trim())?.[0] ?? '').trim().split(/\s+/).slice(0, 4).join(' ');
}
