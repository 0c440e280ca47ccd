/** The one kind of fault report: a value with a rule, a place, a message and what to do next. */
import type { Span } from '../source/span.js';
import type { RuleId } from './catalogue.js';

export type Severity = 'error' | 'warning' | 'note';

/** Another place that helps to understand a fault: "first used here". */
export interface Label {
  readonly span: Span;
  readonly message: string;
}

/** A fault in what an author wrote. Faults are values: nothing throws for an author's mistake. */
export interface Diagnostic {
  /** Names the good outcome: `total-agrees`, `date-exists`. */
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One line without a full stop that names the thing in the author's words. */
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly Label[];
  /** What to do next, as a sentence. */
  readonly hint?: string;
  /** The provision or standard behind the rule. */
  readonly authority?: string;
  readonly fix?: { readonly span: Span; readonly text: string };
}

/** A result with the faults met on the way; the value is missing only when nothing useful could be made. */
export interface Checked<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

type Extra = Omit<Diagnostic, 'rule' | 'severity' | 'message' | 'span'>;

/** Makes an error: nothing is published while there is one. */
export function error(rule: RuleId, span: Span, message: string, extra: Extra = {}): Diagnostic {
  return { rule, severity: 'error', message, span, ...extra };
}

/** Makes a warning: the author should look, and the build goes on. */
export function warning(rule: RuleId, span: Span, message: string, extra: Extra = {}): Diagnostic {
  return { rule, severity: 'warning', message, span, ...extra };
}

/** Makes a note: worth knowing, nothing to mend. */
export function note(rule: RuleId, span: Span, message: string, extra: Extra = {}): Diagnostic {
  return { rule, severity: 'note', message, span, ...extra };
}
