/** `tabled explain draft-budget:123`: the figure of running text that stands at a line of a paper or a file. */
import type { Calculation, Explanation, TextFigure } from '../calculate/calculate.js';
import { placeFinder } from '../diagnostics/print.js';
import type { Sources } from '../diagnostics/print.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Checked } from '../diagnostics/diagnostic.js';

/** A line, as faults name it: `content/papers/a.md:12:5`, or by the id of the paper. */
const placePattern = /^([^[\]#\s]+?):([1-9]\d*)(?::([1-9]\d*))?$/;

/** Whether a name is that of a place in a text. */
export function namesPlace(name: string): boolean {
  return placePattern.test(name);
}

/** What explains a name: of a cell, `paper#table[row, column]`, or of a place, `paper:line` and `paper:line:column`. */
export function explainNamed(calculation: Calculation, sources: Sources, name: string): Checked<Explanation> {
  const [, where = '', line = '', column] = placePattern.exec(name) ?? [];
  if (where === '') return calculation.explain(name);
  const find = placeFinder(sources);
  const placed = calculation
    .textFigures()
    .filter((figure) => isIn(figure, where))
    .map((figure) => ({ figure, place: find(figure.span) }));
  const files = [...new Set(placed.map(({ figure }) => figure.span.file))];
  const fail = (message: string, hint: string): Checked<Explanation> => ({
    value: undefined,
    diagnostics: [
      error('reference-is-one-cell', { file: '', start: 0, end: name.length }, message, { hint }),
    ],
  });
  if (placed.length === 0)
    return fail(
      `“${where}” is no paper and no file with figures that are calculated in its text`,
      'Write the id of a paper or the name of its file, and the line: draft-budget:123.',
    );
  const wanted = Number(line);
  const onLine = placed.filter(({ place }) => place.line <= wanted && wanted <= place.endLine);
  const chosen =
    column === undefined
      ? onLine
      : onLine.filter(({ place }) => place.column <= Number(column) && Number(column) <= place.endColumn);
  const [one, second] = chosen;
  if (one !== undefined && second === undefined) return { value: one.figure.explain(), diagnostics: [] };
  const address = ({ figure, place }: (typeof placed)[number]): string =>
    `${files.length > 1 ? figure.span.file : where}:${place.line}:${place.column}`;
  if (onLine.length === 0) {
    const near = [...placed].sort(
      (a, b) => Math.abs(a.place.line - wanted) - Math.abs(b.place.line - wanted),
    );
    return fail(
      `line ${line} of “${where}” has no figure that is calculated in the text`,
      `The nearest are ${near.slice(0, 3).map(address).join(', ')}. Figures of tables are named by paper, table, row and column.`,
    );
  }
  return fail(
    chosen.length === 0
      ? `no figure stands at column ${column ?? ''} of that line`
      : `${chosen.length} figures stand on line ${line} of “${where}”, and one is explained at a time`,
    `Name one of them: ${onLine.map((each) => `${address(each)} (${each.figure.explain().text})`).join(', ')}.`,
  );
}

function isIn({ paper, span }: TextFigure, where: string): boolean {
  return (
    paper.id === where ||
    paper.address === where ||
    paper.address.endsWith(`/${where}`) ||
    span.file === where ||
    span.file.endsWith(`/${where}`)
  );
}
