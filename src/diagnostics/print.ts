/** Faults as text for a person: place, message, the author's own line with marks under the very characters, what to do. */
import { lineAndColumn, lineStarts } from '../source/text.js';
import type { SourceText } from '../source/text.js';
import type { Span } from '../source/span.js';
import { catalogue } from './catalogue.js';
import type { RuleEntry } from './catalogue.js';
import type { Diagnostic, Severity } from './diagnostic.js';
import { settle, summary } from './settle.js';
import { printedWidth, truncateAround } from './width.js';

/** Source files by path, for showing the lines that faults are in. */
export type Sources = ReadonlyMap<string, SourceText>;

export interface TextOptions {
  /** Colours of a terminal. */
  readonly colour?: boolean;
}

/** All faults, settled, then a line that counts them. Ends with a line feed. */
export function printText(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: TextOptions = {},
): string {
  const settled = settle(diagnostics);
  const places = placeFinder(sources);
  const paint = options.colour === true ? colours : plain;
  return [...settled.map((d) => printOne(d, places, paint)), `${summary(settled)}\n`].join('\n');
}

/** The provision or standard behind a fault: its own, else its rule's. */
export function authorityOf(diagnostic: Diagnostic): string | undefined {
  const entry: RuleEntry = catalogue[diagnostic.rule];
  return diagnostic.authority ?? entry.authority;
}

/** Where a span begins and ends, and the text of its first line. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Without its line end; undefined where the file is not known or is empty. */
  readonly text: string | undefined;
}

/** Makes the way from spans to lines; the lines of each file are counted once. */
export function placeFinder(sources: Sources): (span: Span) => Place {
  const starts = new Map<string, readonly number[]>();
  return (span) => {
    const source = sources.get(span.file);
    if (source === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1, text: undefined };
    const known = starts.get(span.file) ?? lineStarts(source.text);
    starts.set(span.file, known);
    const from = lineAndColumn(known, Math.min(span.start, source.text.length));
    const to = lineAndColumn(known, Math.min(Math.max(span.end, span.start), source.text.length));
    const start = known[from.line - 1] ?? 0;
    const text = /^[^\r\n]*/.exec(source.text.slice(start, known[from.line] ?? source.text.length))?.[0];
    return { ...from, endLine: to.line, endColumn: to.column, text: text === '' ? undefined : text };
  };
}

type Paint = (style: Severity | 'quiet' | 'strong', text: string) => string;

const plain: Paint = (_, text) => text;
const codes = { error: '1;31', warning: '1;33', note: '1;36', quiet: '2', strong: '1' } as const;
const colours: Paint = (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`;

function printOne(diagnostic: Diagnostic, places: (span: Span) => Place, paint: Paint): string {
  const { span, severity, message, hint, rule, related = [] } = diagnostic;
  const place = places(span);
  const authority = authorityOf(diagnostic);
  const lines = [
    `${paint('strong', `${span.file}:${place.line}:${place.column}`)}: ${paint(severity, severity)}: ${message}`,
    ...excerpt(place, severity, paint),
    ...related.flatMap((label) => {
      const there = places(label.span);
      const where = `${label.span.file}:${there.line}:${there.column}`;
      return [`  ${label.message}: ${where}`, ...excerpt(there, 'quiet', paint)];
    }),
    ...(hint === undefined ? [] : [`  To do: ${hint}`]),
    ...(authority === undefined ? [] : [paint('quiet', `  Authority: ${authority}`)]),
    paint('quiet', `  Rule: ${rule}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The line with a mark under each character of the span that lies on it. */
function excerpt(place: Place, style: Severity | 'quiet', paint: Paint): readonly string[] {
  if (place.text === undefined) return [];
  const start = place.column - 1;
  const stop = place.endLine === place.line ? place.endColumn - 1 : place.text.length;
  const shown = truncateAround(
    place.text,
    Math.min(start, place.text.length),
    Math.min(Math.max(stop, start), place.text.length),
  );
  const before = printedWidth(shown.before);
  const marks = '^'.repeat(Math.max(1, printedWidth(shown.marked)));
  const number = String(place.line);
  const margin = ' '.repeat(number.length);
  return [
    paint('quiet', `  ${number} | `) + shown.before + shown.marked + shown.after,
    paint('quiet', `  ${margin} | `) + ' '.repeat(before) + paint(style, marks),
  ];
}
