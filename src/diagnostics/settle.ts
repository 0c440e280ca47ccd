/** The order in which faults are told, and what goes without saying. */
import type { Diagnostic, Severity } from './diagnostic.js';

/** Sorts by file and place, and drops repeats of the same message at the same place. */
export function settle(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter((d) => {
    const key = JSON.stringify([d.span.file, d.span.start, d.span.end, d.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return unique.sort(
    (a, b) =>
      order(a.span.file, b.span.file) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      order(a.rule, b.rule) ||
      order(a.message, b.message),
  );
}

/** True when something must be mended before anything is published. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** "3 errors and 1 warning in 2 files. Nothing was published." */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((d) => d.severity === severity).length;
  const parts = (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, n: count(severity) }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => plural(n, severity));
  if (parts.length === 0) return 'No faults found.';
  const files = new Set(diagnostics.map((d) => d.span.file)).size;
  const listed =
    parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  const result = hasErrors(diagnostics) ? ' Nothing was published.' : '';
  return `${listed} in ${plural(files, 'file')}.${result}`;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
