/** `tabled explain 'draft-budget#revenue-resources[Total, 2019/20]'`: where a figure comes from, as an outline or as JSON. */
import type { ExplainedTable, Explanation } from '../calculate/calculate.js';
import { placeFinder } from '../diagnostics/print.js';
import type { Sources } from '../diagnostics/print.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { namesPlace } from './text-figure.js';

/** How much of a large tree is printed. */
export interface Bounds {
  /** Levels below the figure. */
  readonly depth: number;
  /** Figures below one formula. */
  readonly parts: number;
  /** Figures in all. */
  readonly figures: number;
}

export const usualBounds: Bounds = { depth: 6, parts: 30, figures: 200 };
export const noBounds: Bounds = { depth: Infinity, parts: Infinity, figures: Infinity };

/** True for what `explain` takes as the name of a figure; names of rules have neither bracket, hash nor line. */
export function namesFigure(text: string): boolean {
  return /[#[]/.test(text) || namesPlace(text);
}

/** What is wrong with the name of a figure, with what to do about it. */
export function misnamed(reference: string, diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.map(({ message, hint }) => {
    const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    return hint === undefined ? sentence : `${sentence} ${hint}`;
  });
  return `${lines.length === 0 ? `“${reference}” names no figure.` : lines.join('\n')}\n`;
}

/**
 * The tree as an outline: beside each figure its name, formula and place, indented below it the figures that the formula
 * read. Indented with spaces only, which read well aloud; figures of one formula stand flush right.
 */
export function figureOutline(top: Explanation, sources: Sources, bounds: Bounds): string {
  const printer = new Outline(sources, bounds);
  printer.figure(top, '', top.text.length, 0, undefined);
  return printer.text();
}

/** One printing: it counts what it has shown. */
class Outline {
  readonly #lines: string[] = [];
  readonly #shown = new Set<Explanation>();
  readonly #place: (span: Span) => string;
  #cut = false;

  constructor(
    sources: Sources,
    private readonly bounds: Bounds,
  ) {
    this.#place = placer(sources);
  }

  text(): string {
    const more = this.#cut
      ? ['', 'Not all figures are shown. See them all with --all, or explain one of them by its name.']
      : [];
    return `${[...this.#lines, ...more].join('\n')}\n`;
  }

  figure(
    node: Explanation,
    indent: string,
    width: number,
    depth: number,
    above: ExplainedTable | undefined,
  ): void {
    const { table, parts } = node;
    const beside = `${indent}${' '.repeat(width)}  `;
    const again = this.#shown.has(node) && parts.length > 0;
    this.#shown.add(node);
    const unit =
      node.unit === undefined || node.unit === table?.unitName || node.text.includes('%')
        ? ''
        : ` (${node.unit})`;
    this.#lines.push(
      `${indent}${node.text.padStart(width)}  ${node.name}${unit}${again ? ': see above' : ''}`,
    );
    if (again) return;
    if (table !== undefined && !sameTable(table, above)) this.#lines.push(`${beside}in ${tableTitle(table)}`);
    if (node.formula !== undefined) this.#lines.push(`${beside}= ${node.formula}${verdict(node)}`);
    if (node.reason !== undefined) this.#lines.push(`${beside}because: ${node.reason}`);
    if (node.inFile !== undefined) this.#lines.push(`${beside}${node.inFile}, named at`);
    if (node.span !== undefined) this.#lines.push(`${beside}${this.#place(node.span)}`);
    this.#parts(node, `${indent}    `, depth);
  }

  #parts(node: Explanation, indent: string, depth: number): void {
    const { parts, table } = node;
    if (node.cut === true) this.#leaveOut(node, indent, undefined);
    if (parts.length === 0) return;
    if (depth >= this.bounds.depth || this.#shown.size >= this.bounds.figures) {
      this.#leaveOut(node, indent, parts.length);
      return;
    }
    const few = parts.slice(0, this.bounds.parts);
    const width = Math.max(...few.map((part) => part.text.length));
    let said = table;
    for (const part of few) {
      this.figure(part, indent, width, depth + 1, said);
      said = part.table ?? said;
    }
    if (few.length < parts.length) this.#leaveOut(node, indent, parts.length - few.length);
  }

  #leaveOut(node: Explanation, indent: string, count: number | undefined): void {
    this.#cut = true;
    const what = count === undefined ? 'more figures' : `${count} more ${count === 1 ? 'figure' : 'figures'}`;
    const how = node.reference === undefined ? '' : `: tabled explain '${node.reference}'`;
    this.#lines.push(`${indent}… ${what}${how}`);
  }
}

function sameTable(a: ExplainedTable, b: ExplainedTable | undefined): boolean {
  return b !== undefined && a.reference === b.reference && a.number === b.number && a.caption === b.caption;
}

/** "Table 1: Revenue resources (draft-budget#revenue-resources), £ million". */
function tableTitle(table: ExplainedTable): string {
  const { caption, number, reference, unit } = table;
  const name = number === undefined ? 'a table' : `Table ${number}`;
  return `${name}${caption === '' ? '' : `: ${caption}`}${reference === undefined ? '' : ` (${reference})`}${unit === undefined ? '' : `, ${unit}`}`;
}

/** What comparing the typed figure with its formula came to. */
function verdict(node: Explanation): string {
  if (node.origin === 'checked') return ', agrees with the figure typed';
  if (node.origin === 'differs') return `, which gives ${node.computed ?? 'no figure'}`;
  return '';
}

/** `content/a.md:12:5`. */
function placer(sources: Sources): (span: Span) => string {
  const find = placeFinder(sources);
  return (span) => {
    const { line, column } = find(span);
    return `${span.file}:${line}:${column}`;
  };
}

/** The tree as JSON: figures by number, each once, the asked one first. */
export function figureJson(top: Explanation, sources: Sources): string {
  const find = placeFinder(sources);
  const place = (span: Span | undefined): unknown => {
    if (span === undefined) return undefined;
    const { line, column } = find(span);
    return { file: span.file, line, column };
  };
  const numbers = new Map<Explanation, number>([[top, 1]]);
  const queue = [top];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const part of next.parts) {
      if (numbers.has(part)) continue;
      numbers.set(part, numbers.size + 1);
      queue.push(part);
    }
  }
  const figures = [...numbers].map(([node, number]) => ({
    figure: number,
    name: node.name,
    reference: node.reference,
    text: node.text,
    unit: node.unit,
    origin: node.origin,
    formula: node.formula,
    computed: node.computed,
    reason: node.reason,
    table: node.table && {
      reference: node.table.reference,
      number: node.table.number,
      caption: node.table.caption,
      unit: node.table.unit,
    },
    cell: node.inFile,
    place: place(node.span),
    formulaPlace: place(node.formulaSpan),
    from: node.parts.map((part) => numbers.get(part)),
    cut: node.cut,
  }));
  return `${JSON.stringify({ figures }, null, 2)}\n`;
}
