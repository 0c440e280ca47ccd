/** Prints a syntax tree as an expression again: what `explain` shows, and what tests parse back. */
import { isoDate, yearText } from './calendar.js';
import { binding } from './syntax.js';
import type { Expression, Selector } from './syntax.js';

/** The expression in its plainest spelling; parsing it again gives the same tree, places apart. */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.text;
    case 'text':
      return quote(node.text);
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE';
    case 'date':
      return isoDate(node.day);
    case 'year':
      return yearText(node.start);
    case 'unary': {
      const inner = printExpression(node.operand);
      if (node.operator === '%')
        return `${node.operand.kind === 'binary' ? `(${inner})` : needsGap(node.operand) ? `(${inner})` : inner}%`;
      return (
        node.operator +
        (node.operand.kind === 'binary' || node.operand.kind === 'unary' ? `(${inner})` : inner)
      );
    }
    case 'binary': {
      const own = binding[node.operator] ?? 0;
      const side = (part: Expression, right: boolean): string => {
        const text = printExpression(part);
        const other = part.kind === 'binary' ? (binding[part.operator] ?? 0) : 9;
        return other < own || (right && other === own) ? `(${text})` : text;
      };
      return `${side(node.left, false)} ${node.operator} ${side(node.right, true)}`;
    }
    case 'call':
      return `${node.name}(${node.args.map(printExpression).join(', ')})`;
    case 'direction':
      return node.direction;
    case 'a1':
      return cellName(node.from) + (node.to === undefined ? '' : `:${cellName(node.to)}`);
    case 'reference': {
      if (node.selectors.length === 0) return node.table ?? '';
      const parts = node.selectors.map(printSelector).join(', ');
      return `${node.table ?? ''}[${node.thisRow ? '@' : ''}${parts}]`;
    }
    case 'path':
      return node.segments.join('.');
  }
}

function needsGap(node: Expression): boolean {
  return node.kind === 'unary' && node.operator !== '%';
}

function printSelector(selector: Selector): string {
  switch (selector.kind) {
    case 'this':
      return '@';
    case 'all':
      return '*';
    case 'label':
      return printLabel(selector.path);
  }
}

/** A path of labels as it stands in square brackets, in quotes where it must. */
export function printLabel(path: readonly string[]): string {
  return path
    .map((label) => (/[,[\]"@*]| > /.test(label) || label !== label.trim() ? quote(label) : label))
    .join(' > ');
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** `B2` for the second column of the second row; both are counted from 0. */
export function cellName(cell: { readonly column: number; readonly row: number }): string {
  return `${columnLetters(cell.column)}${cell.row + 1}`;
}

/** "C" for column 2, counted from 0, as Excel names it. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
