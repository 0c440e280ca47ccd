import { describe, expect, test } from 'vitest';
import { error, warning } from '../../src/diagnostics/diagnostic.js';
import { printJson, printSarif } from '../../src/diagnostics/machine.js';
import { printText } from '../../src/diagnostics/print.js';
import { settle, summary } from '../../src/diagnostics/settle.js';

const sources = (text: string) => new Map([['a.md', { path: 'a.md', text }]]);
const span = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { file: 'a.md', start, end: start + part.length };
};
const fault = (text: string, part: string) => error('yaml-reads', span(text, part), 'this is wrong');

/** The characters of the printed line that have a mark under them, where every sign is one column wide. */
function marked(text: string, part: string): string {
  const lines = printText([fault(text, part)], sources(text)).split('\n');
  const marks = lines[2]!;
  return lines[1]!.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1);
}

describe('text', () => {
  test('marks the very characters, whatever ends the lines', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = ['one', 'a value here', 'three'].join(eol);
      expect(marked(text, 'value')).toBe('value');
      expect(printText([fault(text, 'value')], sources(text))).toMatch(/^a\.md:2:3: error: this is wrong\n/);
    }
  });

  test('marks under tabs, wide signs and long lines', () => {
    expect(marked('\t\tvalue', 'value')).toBe('value');
    expect(marked(`${'x'.repeat(300)}value${'y'.repeat(300)}`, 'value')).toBe('value');
    const lines = printText([fault('議会 value', 'value')], sources('議会 value')).split('\n');
    // Two wide signs and a space are five columns.
    expect(lines[2]).toBe('    |      ^^^^^');
  });

  test('marks the first line of a fault that has several, and one sign where there is none', () => {
    expect(marked('a one\ntwo', 'one\ntwo')).toBe('one');
    expect(
      printText([error('yaml-reads', { file: 'a.md', start: 2, end: 2 }, 'm')], sources('ab')),
    ).toContain('|   ^\n');
  });

  test('does not pass on signs that would move the cursor of a terminal', () => {
    expect(
      printText([fault('a\u001b[2Jvalue\u202e', 'value')], sources('a\u001b[2Jvalue\u202e')),
    ).not.toMatch(/\p{Cf}|\p{Cc}(?<!\n)/u);
  });

  test('shows other places, what to do, the authority and a count', () => {
    const text = 'a: 1\na: 2\n';
    const d = error('key-is-unique', { file: 'a.md', start: 5, end: 6 }, '“a” is given twice', {
      related: [{ span: { file: 'a.md', start: 0, end: 1 }, message: 'first given here' }],
      hint: 'Delete one.',
      authority: 'LGA 1972, s.100B',
    });
    expect(printText([d], sources(text))).toBe(
      `a.md:2:1: error: “a” is given twice
  2 | a: 2
    | ^
  first given here: a.md:1:1
  1 | a: 1
    | ^
  To do: Delete one.
  Authority: LGA 1972, s.100B
  Rule: key-is-unique

1 error in 1 file. Nothing was published.
`,
    );
  });

  test('says where a fault is even when the file is not at hand', () => {
    expect(printText([fault('x', 'x')], new Map())).toMatch(/^a\.md:1:1: error: this is wrong\n {2}Rule/);
  });
});

describe('settling', () => {
  test('orders by file and place and drops repeats', () => {
    const at = (file: string, start: number, message: string) =>
      warning('yaml-reads', { file, start, end: start }, message);
    const list = [at('b', 1, 'm'), at('a', 10, 'm'), at('a', 9, 'n'), at('a', 9, 'm'), at('b', 1, 'm')];
    expect(settle(list).map((d) => `${d.span.file}${d.span.start}${d.message}`)).toEqual([
      'a9m',
      'a9n',
      'a10m',
      'b1m',
    ]);
  });

  test('counts in words and says that nothing was published only when that is so', () => {
    const d = fault('x', 'x');
    expect(summary([])).toBe('No faults found.');
    expect(summary([{ ...d, severity: 'warning' }])).toBe('1 warning in 1 file.');
    expect(summary([d, d, { ...d, severity: 'warning', span: { file: 'b', start: 0, end: 0 } }])).toBe(
      '2 errors and 1 warning in 2 files. Nothing was published.',
    );
  });
});

describe('for other programs', () => {
  const text = 'one\nvalue\n';

  test('JSON has the keys of the format', () => {
    expect(JSON.parse(printJson([fault(text, 'value')], sources(text)))).toEqual({
      diagnostics: [
        {
          rule: 'yaml-reads',
          severity: 'error',
          message: 'this is wrong',
          file: 'a.md',
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 6,
        },
      ],
    });
  });

  test('SARIF points at the place and describes its rules', () => {
    const log = JSON.parse(printSarif([fault(text, 'value')], sources(text))) as {
      runs: [
        {
          tool: { driver: { rules: { id: string }[] } };
          results: { ruleIndex: number; locations: unknown }[];
        },
      ];
    };
    const [run] = log.runs;
    expect(run.results[0]!.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'a.md', uriBaseId: 'ROOT' },
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 6 },
        },
      },
    ]);
    expect(run.tool.driver.rules[run.results[0]!.ruleIndex]!.id).toBe('yaml-reads');
  });
});
