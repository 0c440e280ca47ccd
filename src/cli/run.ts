/** Runs one command and says how it ended. */
import type { Explanation } from '../calculate/calculate.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/print.js';
import { hasErrors } from '../diagnostics/settle.js';
import type { PdfFinding } from '../inspect/check.js';
import type { Host, WritableHost } from '../source/host.js';
import { readArguments, usage } from './arguments.js';
import type { Command, Selection } from './arguments.js';
import { printPdfCheck, printPdfCheckJson } from './check-pdf.js';
import { explainRule } from './explain.js';
import { figureJson, figureOutline, misnamed, noBounds, usualBounds } from './explain-figure.js';
import { asDraft, countFaults, printReport } from './report.js';
import { wantsColour } from './terminal.js';
import type { Terminal } from './terminal.js';

/** 0: nothing wrong; 1: errors in content; 2: the command was used wrongly (format, section 10). */
export type ExitCode = 0 | 1 | 2;

/** What commands do their work with; handed in, so that tests need no disk. */
export interface Workshop {
  readonly version: string;
  /** The folder that holds content/ and data/; throws when there is no such folder. */
  readonly openHost: () => WritableHost;
  readonly check: (host: Host, options: Selection) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
  /** Finds where a figure comes from. */
  readonly explain: (
    host: Host,
    reference: string,
    options: Selection,
  ) => ExplainedFigure | Promise<ExplainedFigure>;
  readonly build: (host: WritableHost, options: Selection & { readonly draft: boolean }) => Promise<Built>;
  /** The bytes of any file on this computer; undefined when there is none or it cannot be read. */
  readonly readFile: (path: string) => Uint8Array | undefined;
  /** Checks a PDF; rejects when the bytes are none. */
  readonly checkPdf: (bytes: Uint8Array) => Promise<readonly PdfFinding[]>;
  /** Serves until it is stopped. */
  readonly dev: (host: WritableHost, options: Selection & { readonly port?: number }) => Promise<ExitCode>;
}

/** A figure with its tree, and the faults of the content that it was made from. */
export interface ExplainedFigure {
  readonly figure: Checked<Explanation>;
  readonly faults: readonly Diagnostic[];
  readonly sources: Sources;
}

/** What a build made. */
export interface Built {
  readonly diagnostics: readonly Diagnostic[];
  /** The files written; empty when nothing was published. */
  readonly files: readonly unknown[];
}

/** Runs what was typed after `tabled`. */
export async function run(
  args: readonly string[],
  workshop: Workshop,
  terminal: Terminal,
): Promise<ExitCode> {
  const command = readArguments(args);
  switch (command.kind) {
    case 'help':
      terminal.out.write(usage);
      return 0;
    case 'version':
      terminal.out.write(`${workshop.version}\n`);
      return 0;
    case 'misuse':
      terminal.err.write(`${command.message}\n\n${usage}`);
      return 2;
    case 'explain': {
      const { found, text } = explainRule(command.rule);
      (found ? terminal.out : terminal.err).write(text);
      return found ? 0 : 2;
    }
    case 'explain-figure':
      return explainFigure(command, workshop, terminal);
    case 'check-pdf':
      return runCheckPdf(command, workshop, terminal);
    case 'build':
    case 'check':
    case 'dev':
      return runOn(command, workshop, terminal);
  }
}

async function explainFigure(
  command: Extract<Command, { readonly kind: 'explain-figure' }>,
  workshop: Workshop,
  terminal: Terminal,
): Promise<ExitCode> {
  const host = openFolder(workshop, terminal);
  if (host === undefined) return 2;
  const { reference, format, all, ...selection } = command;
  const { figure, faults, sources } = await workshop.explain(host, reference, selection);
  // Whoever relies on a figure must know that the content is not sound.
  if (hasErrors(faults))
    terminal.err.write(`${countFaults(faults)} Figures may be wrong: see them with “tabled check”.\n`);
  if (figure.value === undefined) {
    terminal.err.write(misnamed(reference, figure.diagnostics));
    return 2;
  }
  terminal.out.write(
    format === 'json'
      ? figureJson(figure.value, sources)
      : figureOutline(figure.value, sources, all ? noBounds : usualBounds),
  );
  return 0;
}

async function runOn(
  command: Extract<Command, { readonly kind: 'build' | 'check' | 'dev' }>,
  workshop: Workshop,
  terminal: Terminal,
): Promise<ExitCode> {
  const host = openFolder(workshop, terminal);
  if (host === undefined) return 2;
  switch (command.kind) {
    case 'check': {
      const diagnostics = await workshop.check(host, command);
      const colour = wantsColour(terminal.out, terminal.environment);
      terminal.out.write(printReport(diagnostics, host, command.format, colour));
      return hasErrors(diagnostics) ? 1 : 0;
    }
    case 'build': {
      const { diagnostics, files } = await workshop.build(host, command);
      if (diagnostics.length > 0) {
        const report = printReport(
          diagnostics,
          host,
          'text',
          wantsColour(terminal.err, terminal.environment),
        );
        // A draft is published in spite of its errors.
        terminal.err.write(files.length > 0 ? asDraft(report, diagnostics) : report);
      }
      if (files.length > 0) host.log.line(`${files.length} files are in _site/.`);
      return hasErrors(diagnostics) ? 1 : 0;
    }
    case 'dev':
      return workshop.dev(host, command);
  }
}

async function runCheckPdf(
  { file, format }: Extract<Command, { readonly kind: 'check-pdf' }>,
  workshop: Workshop,
  terminal: Terminal,
): Promise<ExitCode> {
  const bytes = workshop.readFile(file);
  if (bytes === undefined) {
    terminal.err.write(`There is no file “${file}”, or it cannot be opened.\n`);
    return 2;
  }
  let findings: readonly PdfFinding[] | undefined;
  try {
    findings = await workshop.checkPdf(bytes);
  } catch {
    // Any way of failing to read a stranger's file is a finding, not a fault of the program.
    findings = undefined;
  }
  const print = format === 'json' ? printPdfCheckJson : printPdfCheck;
  terminal.out.write(print({ file, findings }));
  return findings?.length === 0 ? 0 : 1;
}

function openFolder(workshop: Workshop, terminal: Terminal): WritableHost | undefined {
  try {
    return workshop.openHost();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    terminal.err.write(`The folder of the council cannot be opened: ${reason}\n`);
    return undefined;
  }
}
