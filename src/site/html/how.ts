/**
 * How the calculated figures of a table are made: a list under the table that opens without a script.
 *
 * The figures themselves are no links. A link in each of them would be small to touch, and a screen reader that goes
 * through the table would say "link" at every figure; the list follows the table at once and names rows and columns as
 * the table does. Each of its entries has an id, so that it can be linked to from anywhere.
 */
import type { FigureProvenance, FormulaProvenance, TableProvenance } from '../../model/provenance.js';
import type { Row, Table } from '../../model/table.js';
import { attributes, html, join, nothing, type Html } from './html.js';
import { printedAndSpoken } from './inline.js';

/** Lines of one list; the JSON beside the table has all figures of a longer one. */
const mostLines = 60;

type Calculated = FigureProvenance & { readonly formula: FormulaProvenance };

/** An entry of the list: a row with its columns, a column with its rows, or one row alone. */
interface Entry {
  readonly id: string;
  readonly label: string;
  /** The formula in words, where one serves for all lines; empty where none are needed. */
  readonly words: string | undefined;
  readonly lines: readonly { readonly label: string | undefined; readonly figure: Calculated }[];
}

/** The list, with `more` at its end; nothing for a table whose figures were all typed. */
export function renderHow(
  table: Table,
  provenance: TableProvenance,
  anchor: string | undefined,
  more: Html,
): Html {
  const entries = entriesOf(table, provenance.figures.filter(isCalculated));
  if (entries.length === 0) return nothing;
  const name = table.number === undefined ? 'this table' : `table ${String(table.number)}`;
  const id = anchor === undefined ? undefined : `${anchor}_how`;
  const { shown, left } = shorten(entries);
  const isRounded = shown.some(({ lines }) => lines.some(({ figure }) => figure.formula.rounded === true));
  return html`<details${attributes({ class: 'how', id })}>
<summary>How the figures of ${name} are made</summary>
<dl>
${join(shown.map((entry) => renderEntry(entry, id)))}</dl>
${isRounded && html`<p>Figures are shown rounded and worked out in full.</p>`}
${left > 0 && html`<p>${left} more figures are made in the same ways.</p>`}
${more}
</details>`;
}

function isCalculated(figure: FigureProvenance): figure is Calculated {
  return figure.formula !== undefined;
}

/**
 * Totals and rows of formulas of their own go by row. A formula that makes a whole column goes by column, and a table
 * with one column of formulas has one line a row.
 */
function entriesOf(table: Table, figures: readonly Calculated[]): readonly Entry[] {
  const columns = new Set(figures.map((figure) => figure.column));
  const ofColumn = columnFormulas(table.rows, figures);
  const groups = new Map<string, Calculated[]>();
  for (const figure of figures) {
    const byColumn = columns.size > 1 && ofColumn.has(formulaKey(figure)) && isData(table.rows, figure);
    const key = byColumn ? `column ${formulaKey(figure)}` : `row ${String(figure.row)}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const words = new Set(members.map((figure) => figure.formula.words));
    const byColumn = key.startsWith('column');
    const column = table.columns[first.column]?.key ?? String(first.column + 1);
    const row = table.rows[first.row]?.id ?? `row-${String(first.row + 1)}`;
    return [
      {
        id: byColumn ? `column_${column}_${String(first.row + 1)}` : row,
        label: byColumn ? first.columnLabel : first.rowLabel,
        words: words.size === 1 ? wordsOnce(members) : undefined,
        lines: members.map((figure) => ({
          label: byColumn ? figure.rowLabel : columns.size > 1 ? figure.columnLabel : undefined,
          figure,
        })),
      },
    ];
  });
}

/** Words that say more than the lines do. */
function wordsOnce(figures: readonly Calculated[]): string | undefined {
  const [first, second] = figures;
  if (first === undefined) return undefined;
  const { words, workings } = first.formula;
  if (words === workings) return undefined;
  // "3.506 + 5.700 = 9.206" under "Total" needs no words.
  const plain = second === undefined && workings !== undefined && words.startsWith('the sum of the figures');
  return plain ? '' : words;
}

const formulaKey = ({ column, formula }: Calculated): string => `${String(column)} ${formula.text}`;

const isData = (rows: readonly Row[], figure: Calculated): boolean => rows[figure.row]?.kind === 'data';

/** Formulas that stand in more than one row of the same column, totals apart. */
function columnFormulas(rows: readonly Row[], figures: readonly Calculated[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    if (!isData(rows, figure)) continue;
    const key = formulaKey(figure);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));
}

/** Entries up to the most lines, and how many figures are left out. */
function shorten(entries: readonly Entry[]): { readonly shown: readonly Entry[]; readonly left: number } {
  const shown: Entry[] = [];
  let room = mostLines;
  let left = 0;
  for (const entry of entries) {
    const lines = entry.lines.slice(0, room);
    room -= lines.length;
    left += entry.lines.length - lines.length;
    if (lines.length > 0) shown.push({ ...entry, lines });
  }
  return { shown, left };
}

function renderEntry(entry: Entry, id: string | undefined): Html {
  const { words = '' } = entry;
  const lines = entry.lines.map(({ label, figure }) => {
    const line = `${label === undefined ? '' : `${label}: `}${lineOf(figure, entry.words)}`;
    return html`<dd>${printedAndSpoken(line, spokenLine(line))}</dd> `;
  });
  return html`<div${attributes({ id: id === undefined ? undefined : `${id}_${entry.id}` })}>
<dt>${entry.label}${words !== '' && html` <span class="calc">${words.charAt(0).toUpperCase() + words.slice(1)}</span>`}</dt>
${join(lines)}</div>
`;
}

/** "9.533 + 108.228 + 64.391 = 182.152"; a figure taken from elsewhere has nothing to work out. */
function lineOf({ formula, text, origin, reason }: Calculated, said: string | undefined): string {
  const { words, workings, result } = formula;
  const parts = [
    ...(said === undefined && words !== workings ? [words] : []),
    ...(workings === undefined || workings === result ? [] : [workings]),
    result,
  ];
  const printed =
    origin === 'differs' ? `; printed as ${text}${reason === undefined ? '' : `: ${reason}`}` : '';
  return `${parts.join(' = ')}${printed}`;
}

/** Signs that screen readers pass over, in words; undefined where there are none. */
function spokenLine(line: string): string | undefined {
  if (!/[−×÷]/.test(line)) return undefined;
  return line
    .replace(/ − /g, ' minus ')
    .replace(/−/g, 'minus ')
    .replace(/ × /g, ' times ')
    .replace(/ ÷ /g, ' divided by ')
    .replace(/ \+ /g, ' plus ')
    .replace(/ = /g, ' equals ');
}
