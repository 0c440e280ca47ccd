/** Prints faults in the format asked for, with the lines of the files that they are in. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { printJson, printSarif } from '../diagnostics/machine.js';
import { hasErrors, summary } from '../diagnostics/settle.js';
import { printText } from '../diagnostics/print.js';
import { decodeText } from '../source/decode.js';
import type { Host } from '../source/host.js';
import type { SourceText } from '../source/text.js';
import type { OutputFormat } from './arguments.js';

/** The files that faults are in, read again: a build that failed early need not hand on what it had read. */
export function sourcesOf(diagnostics: readonly Diagnostic[], host: Host): ReadonlyMap<string, SourceText> {
  const paths = new Set(
    diagnostics.flatMap((d) => [d.span.file, ...(d.related ?? []).map((label) => label.span.file)]),
  );
  return new Map(
    [...paths].flatMap((path) => {
      const bytes = host.readFile(path);
      return bytes === undefined ? [] : [[path, decodeText(bytes, path).source] as const];
    }),
  );
}

/** Faults in a format. */
export function printReport(
  diagnostics: readonly Diagnostic[],
  host: Host,
  format: OutputFormat,
  colour: boolean,
): string {
  const sources = sourcesOf(diagnostics, host);
  switch (format) {
    case 'text':
      return printText(diagnostics, sources, { colour });
    case 'json':
      return printJson(diagnostics, sources);
    case 'sarif':
      return printSarif(diagnostics, sources);
  }
}

/** A report of faults in spite of which a draft was made: it must not say that nothing was. */
export function asDraft(report: string, diagnostics: readonly Diagnostic[]): string {
  if (!hasErrors(diagnostics)) return report;
  return report.replace(
    summary(diagnostics),
    `${countFaults(diagnostics)} This is a draft: do not publish it.`,
  );
}

/** "3 errors and 1 warning in 2 files." */
export function countFaults(diagnostics: readonly Diagnostic[]): string {
  return summary(diagnostics).replace(' Nothing was published.', '');
}
