/** Splits front matter from the text below it, in place: offsets stay the author's own. */
import { error } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { DataNode } from './data-node.js';
import type { Span } from './span.js';
import type { SourceText } from './text.js';
import { parseYaml } from './yaml.js';

/** The settings at the top of a Markdown file, and where its text begins. */
export interface FrontMatter {
  /** Undefined where there is none or it cannot be read. */
  readonly frontMatter: DataNode | undefined;
  /** The YAML between the lines of hyphens; of no length where there is none. */
  readonly frontMatterSpan: Span;
  /** Offset of the first character of the text below. */
  readonly bodyStart: number;
}

const fence = /^---[ \t]*(?:\r\n|\n|\r|$)/;

/**
 * Splits a file at its lines of three hyphens.
 *
 * Missing front matter is a fault unless `required` is false, as for files that are only ever included.
 */
export function splitFrontMatter(
  source: SourceText,
  options: { readonly required: boolean } = { required: true },
): Checked<FrontMatter> & { readonly value: FrontMatter } {
  const { path, text } = source;
  const at = (start: number, end: number): Span => ({ file: path, start, end });
  const none = (bodyStart: number, diagnostics: readonly Diagnostic[]) => ({
    value: { frontMatter: undefined, frontMatterSpan: at(0, 0), bodyStart },
    diagnostics,
  });
  const opening = fence.exec(text);
  if (opening === null) {
    const fault = options.required || /^\s*---[ \t]*(\r|\n)/.test(text) ? missing(source, at) : undefined;
    return none(0, fault === undefined ? [] : [fault]);
  }
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/m;
  const found = matchLine(text, start, closing);
  if (found === undefined) {
    const message = 'the settings at the top of the file are opened with --- and never closed';
    const hint = 'Type a line of three hyphens, ---, between the last setting and the text.';
    return none(text.length, [error('front-matter-is-closed', at(0, 3), message, { hint })]);
  }
  const frontMatterSpan = at(start, found.start);
  const parsed = parseYaml(text.slice(start, found.start), frontMatterSpan);
  const value = parsed.value;
  if (value !== undefined && value.kind !== 'map') {
    const tight = value.kind === 'scalar' ? /^([\w-]+):(\S.*)$/.exec(value.text) : null;
    const hint =
      tight?.[1] === undefined
        ? 'Type each setting on its own line: a name, a colon, a space and the value.'
        : `Type a space after the colon: “${tight[1]}: ${tight[2] ?? ''}”.`;
    const fault = error(
      'yaml-reads',
      value.span,
      'the settings at the top of the file are not lines of “name: value”',
      { hint },
    );
    return {
      value: { frontMatter: undefined, frontMatterSpan, bodyStart: found.end },
      diagnostics: [...parsed.diagnostics, fault],
    };
  }
  return {
    value: { frontMatter: value, frontMatterSpan, bodyStart: found.end },
    diagnostics: parsed.diagnostics,
  };
}

/** The first line at or after `from` that matches. */
function matchLine(
  text: string,
  from: number,
  line: RegExp,
): { readonly start: number; readonly end: number } | undefined {
  const pattern = new RegExp(line.source, 'gm');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** Says what is wrong where the first line is not `---`. */
function missing(source: SourceText, at: (start: number, end: number) => Span): Diagnostic {
  const { text } = source;
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const rule = 'front-matter-is-present';
  const late = /^([ \t\r\n]+)---[ \t]*(?:\r|\n)/.exec(text);
  if (late?.[1] !== undefined) {
    return error(
      rule,
      at(late[1].length, late[1].length + 3),
      'there is something before the first line of hyphens',
      {
        hint: 'Delete the empty lines and spaces above ---, which must be the first three characters of the file.',
        fix: { span: at(0, late[1].length), text: '' },
      },
    );
  }
  if (/^[-\u2010-\u2015\u2212]+[ \t]*$/.test(first)) {
    return error(
      rule,
      at(0, first.length),
      `the first line is “${first.trim()}” where three hyphens, ---, are wanted`,
      {
        hint: 'Type three hyphens; word processors turn them into dashes, so undo that change.',
        fix: { span: at(0, first.length), text: '---' },
      },
    );
  }
  const below = /(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r)[\w-]+:/.exec(text);
  if (below !== null) {
    return error(rule, at(0, first.length), 'the settings are not at the top of the file', {
      hint: 'Move the lines from --- to --- to the top; nothing may stand above them.',
    });
  }
  return error(rule, at(0, first.length), 'this file has no settings at its top', {
    hint: 'Begin it with a line ---, then lines such as “title: Draft budget”, then a line ---.',
  });
}
