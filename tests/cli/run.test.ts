import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { explainRule } from '../../src/cli/explain.js';
import { run } from '../../src/cli/run.js';
import type { Workshop } from '../../src/cli/run.js';
import { terminalLog } from '../../src/cli/terminal.js';
import { error, warning } from '../../src/diagnostics/diagnostic.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { checkPdf } from '../../src/inspect/check.js';
import { paint } from '../../src/pdf/paint.js';
import { loadFonts } from '../../src/type/load.js';
import { documentOf, line, tag } from '../pdf/sample.js';
import { memoryHost } from '../support/memory-host.js';

const fault = error('yaml-reads', { file: 'a.md', start: 0, end: 1 }, 'this is wrong');
const doubt = warning('yaml-reads', { file: 'a.md', start: 0, end: 1 }, 'look at this');

const tree = tag('H1');
const tagged = paint(documentOf(tag('Document', [tree]), [[line('Report', 60, 99, tree)]]), loadFonts());

/** Files that `check-pdf` finds. */
const pdfs: Readonly<Record<string, Uint8Array>> = {
  'good.pdf': tagged,
  'untagged.pdf': new TextEncoder().encode(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>',
  ),
  'noise.pdf': new TextEncoder().encode('no PDF'),
};

/** Runs a command with a content that has these faults. */
async function tryRun(
  args: readonly string[],
  diagnostics: readonly Diagnostic[] = [],
  files: readonly string[] = [],
) {
  let out = '';
  let err = '';
  const asked: unknown[] = [];
  const workshop: Workshop = {
    version: '1.2.3',
    openHost: () => memoryHost({ 'a.md': 'x' }),
    check: (_, options) => (asked.push(options), diagnostics),
    explain: () => {
      throw new Error('no figure was asked for');
    },
    build: (_, options) => (asked.push(options), Promise.resolve({ diagnostics, files })),
    readFile: (path) => pdfs[path],
    checkPdf,
    dev: () => Promise.resolve(0),
  };
  const terminal = {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    environment: {},
  };
  return { code: await run(args, workshop, terminal), out, err, asked };
}

describe('exit codes', () => {
  test('are 0 for nothing wrong and for warnings, 1 for errors', async () => {
    expect((await tryRun(['check'])).code).toBe(0);
    expect((await tryRun(['check'], [doubt])).code).toBe(0);
    expect((await tryRun(['check'], [fault])).code).toBe(1);
    expect((await tryRun(['build'], [fault])).code).toBe(1);
    expect((await tryRun(['build'], [doubt], ['index.html'])).code).toBe(0);
    expect((await tryRun(['build', '--draft'], [fault], ['index.html'])).code).toBe(1);
  });

  test.each([
    [[], 'No command'],
    [['bild'], 'Did you mean “build”?'],
    [['check', '--fromat', 'json'], 'Did you mean “--format”?'],
    [['check', '--format', 'jsn'], 'Did you mean “json”?'],
    [['check', '--format'], 'needs a value'],
    [['check', '--format', '--only'], 'needs a value'],
    [['check', 'cabinet'], 'does not know what to do with “cabinet”'],
    [['build', '--draft=yes'], 'takes no value'],
    [['build', '--as-at', '2019-02-30'], 'not a date and time'],
    [['build', '--constructor'], 'has no option'],
    [['check-pdf'], 'needs the name of a PDF file'],
    [['check-pdf', 'a.pdf', 'b.pdf'], '“b.pdf” follows it'],
    [['check-pdf', '--format', 'sarif', 'a.pdf'], 'Use text or json'],
    [['dev', '--port', '0'], 'port'],
    [['dev', '--port', 'x'], 'port'],
    [['explain'], 'name of a rule'],
    [['explain', 'date-exist'], 'Did you mean “date-exists”?'],
  ])('are 2 for wrong use: tabled %j', async (args, words) => {
    const { code, out, err } = await tryRun(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
  });

  test('are 2 when the folder cannot be opened', async () => {
    let err = '';
    const workshop = {
      openHost: () => {
        throw new Error('no such folder');
      },
    } as unknown as Workshop;
    const terminal = {
      out: { write: () => true },
      err: { write: (t: string) => (err += t) },
      environment: {},
    };
    expect(await run(['check'], workshop, terminal)).toBe(2);
    expect(err).toContain('no such folder');
  });
});

describe('check-pdf', () => {
  test('says of a good file that nothing is wrong, and of what it cannot judge', async () => {
    const { code, out } = await tryRun(['check-pdf', 'good.pdf']);
    expect(code).toBe(0);
    expect(out).toContain('good.pdf: nothing wrong that a machine can find');
    expect(out).toContain('for people to judge');
  });

  test('names each condition once, with its places', async () => {
    const { code, out } = await tryRun(['check-pdf', 'untagged.pdf']);
    expect(code).toBe(1);
    expect(out).toContain('Not met: The file has a structure tree. (7.1-11)\n    the file\n');
    expect(out.split('(7.1-11)')).toHaveLength(2);
  });

  test('of a file that is no PDF, or of none, is told without a trace', async () => {
    const noise = await tryRun(['check-pdf', 'noise.pdf']);
    expect(noise).toMatchObject({ code: 1, err: '' });
    expect(noise.out).toContain('noise.pdf cannot be read');
    expect(await tryRun(['check-pdf', 'none.pdf'])).toMatchObject({ code: 2, out: '' });
  });

  test('--format json is JSON and nothing else', async () => {
    const { code, out } = await tryRun(['check-pdf', 'untagged.pdf', '--format=json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ file: 'untagged.pdf', readable: true });
    expect((JSON.parse(out) as { findings: unknown[] }).findings).toContainEqual({
      condition: '7.1-11',
      sentence: 'The file has a structure tree.',
      where: 'the file',
    });
    const noise = await tryRun(['check-pdf', 'noise.pdf', '--format=json']);
    expect(JSON.parse(noise.out)).toEqual({ file: 'noise.pdf', readable: false, findings: [] });
  });
});

describe('output', () => {
  test('of check --format json is JSON and nothing else', async () => {
    const { out, err } = await tryRun(['check', '--format', 'json'], [fault]);
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [{ rule: 'yaml-reads', line: 1 }] });
    expect(err).toBe('');
  });

  test('of a draft with errors does not say that nothing was published', async () => {
    const { err } = await tryRun(['build', '--draft'], [fault], ['index.html']);
    expect(err).toContain('This is a draft: do not publish it.');
    expect(err).not.toContain('Nothing was published');
  });

  test('has no colours and no progress where nobody watches', () => {
    let text = '';
    const err = { write: (t: string) => (text += t) };
    terminalLog({ out: err, err, environment: {} }).progress('Reading');
    terminalLog({ out: err, err: { ...err, isTTY: true }, environment: { CI: 'true' } }).progress('Reading');
    expect(text).toBe('');
    terminalLog({ out: err, err: { ...err, isTTY: true }, environment: {} }).progress('Reading');
    expect(text).toBe('Reading');
  });
});

describe('options', () => {
  test('reach the work, a date meaning the start of working hours', async () => {
    const { asked } = await tryRun(['check', '--only', 'meetings/cabinet/2019-01-15/', '--as-at=2019-01-23']);
    expect(asked).toMatchObject([{ only: 'cabinet/2019-01-15', asAt: '2019-01-23T09:00' }]);
  });

  test('help and version need no folder', () => {
    expect(readArguments(['build', '--help'])).toEqual({ kind: 'help' });
    expect(readArguments(['--version'])).toEqual({ kind: 'version' });
  });
});

test('every rule can be explained', () => {
  expect(explainRule('date-exists')).toMatchObject({ found: true });
  expect(explainRule('date-exists').text).toContain('such as 30\nFebruary');
  expect(explainRule('toString').found).toBe(false);
});
