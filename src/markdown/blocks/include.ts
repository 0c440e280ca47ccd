/** `!include`: the blocks of standing wording, with its faults placed in both files. */
import type { Token } from 'markdown-it';
import { error, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../../model/block.js';
import type { Span } from '../../source/span.js';
import type { FileReading } from '../environment.js';
import { bodySpan } from '../positions.js';

/** Includes in one paper, those inside wording counted too; more can only come of wording that multiplies. */
const most = 500;

/** Reads a file's blocks; handed in, since including and reading call each other. */
export type ReadIncluded = (
  source: { readonly path: string; readonly text: string },
  bodyStart: number,
  parent: FileReading,
  parameters: ReadonlyMap<string, { readonly text: string; readonly span: Span }>,
  report: (fault: Diagnostic) => void,
) => { readonly blocks: readonly AuthoredBlock[]; readonly used: ReadonlySet<string> };

/** The blocks that an include line stands for; none when there is a fault. */
export function readInclude(
  token: Token,
  file: FileReading,
  readIncluded: ReadIncluded,
): readonly AuthoredBlock[] {
  const start = Number(token.meta?.['start']);
  const line = token.content;
  const span = bodySpan(file.body, start, start + line.length);
  const head = /^!include(?:[ \t]+([^\s="]+)(?=[ \t]|$))?/.exec(line);
  const name = head?.[1];
  if (head === null || name === undefined) {
    file.report(
      error('include-is-known', span, `“${line}” does not say what to include`, {
        hint: 'Write !include and the name of the standing wording: !include public-questions.',
      }),
    );
    return [];
  }
  const parameters = readParameters(line, head[0].length, start, file);
  const nameStart = start + head[0].length - name.length;
  const nameSpan = bodySpan(file.body, nameStart, nameStart + name.length);
  const found = file.reading.context.include(name);
  if (found === undefined) {
    file.report(
      error('include-is-known', nameSpan, `there is no standing wording named “${name}”`, {
        hint: 'The name is that of a file in data/boilerplate, without “.md”, in force on the day of the meeting.',
      }),
    );
    return [];
  }
  if (file.stack.includes(found.source.path)) {
    file.report(
      error('include-ends', nameSpan, `“${name}” includes itself`, {
        hint: `The way round is ${[...file.stack.slice(file.stack.indexOf(found.source.path)), found.source.path].join(', then ')}.`,
      }),
    );
    return [];
  }
  file.reading.includes++;
  if (file.reading.includes > most) {
    if (file.reading.includes === most + 1) {
      file.report(error('include-ends', nameSpan, `this paper includes more than ${most} pieces of wording`));
    }
    return [];
  }
  const read = readIncluded(found.source, found.bodyStart, file, parameters, (fault) => {
    const here = { span, message: `“${name}” is included here` };
    file.report({ ...fault, related: [...(fault.related ?? []), here] });
  });
  for (const [key, value] of parameters) {
    if (read.used.has(key)) continue;
    file.report(
      error('include-is-known', value.span, `the wording “${name}” has no place for “${key}”`, {
        hint: `Where the value should stand, the wording has {{ ${key} }}.`,
      }),
    );
  }
  return read.blocks;
}

function readParameters(
  line: string,
  from: number,
  start: number,
  file: FileReading,
): ReadonlyMap<string, { readonly text: string; readonly span: Span }> {
  const parameters = new Map<string, { readonly text: string; readonly span: Span }>();
  const pattern = /[ \t]*(?:([A-Za-z][\w.-]*)=(?:"([^"]*)"|([^\s"]+))(?=[ \t]|$))/y;
  let at = from;
  while (line.slice(at).trim() !== '') {
    while (/\s/.test(line.charAt(at))) at++;
    pattern.lastIndex = at;
    const m = pattern.exec(line);
    if (m === null) {
      file.report(
        error(
          'include-is-known',
          bodySpan(file.body, start + at, start + line.length),
          `“${line.slice(at).trim()}” is not a value for the wording`,
          { hint: 'Values are typed as key="value", with a space between them.' },
        ),
      );
      break;
    }
    const value = m[2] ?? m[3] ?? '';
    const end = start + pattern.lastIndex - (m[2] === undefined ? 0 : 1);
    parameters.set(m[1] ?? '', { text: value, span: bodySpan(file.body, end - value.length, end) });
    at = pattern.lastIndex;
  }
  return parameters;
}
