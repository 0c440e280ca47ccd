/** Whole small councils with one fault each, and what is printed about them. UPDATE=1 writes expected.txt anew. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printText } from '../../src/diagnostics/print.js';
import { loadPublication } from '../../src/load/load-publication.js';
import { checkPublication } from '../../src/rules/check.js';
import { memoryHost } from '../support/memory-host.js';

const cases = join(import.meta.dirname, '../cases');
const update = process.env['UPDATE'] === '1' && (process.env['CI'] ?? '') === '';

/** Files below a folder by path; a file that ends in .base64 stands for the bytes that it encodes. */
function files(folder: string, prefix = ''): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
      const path = `${prefix}${e.name}`;
      if (e.isDirectory()) return Object.entries(files(join(folder, e.name), `${path}/`));
      const bytes = readFileSync(join(folder, e.name));
      if (!e.name.endsWith('.base64')) return [[path, new Uint8Array(bytes)]];
      return [[path.replace(/\.base64$/, ''), new Uint8Array(Buffer.from(bytes.toString(), 'base64'))]];
    }),
  );
}

/** The sound council that every case changes; an empty file of a case takes the file of that
 * name away, and a case with a file only-input.txt is a whole council by itself. */
function council(name: string): Record<string, Uint8Array> {
  const own = files(join(cases, name, 'input'));
  const base = existsSync(join(cases, name, 'only-input.txt')) ? {} : files(join(cases, '_council'));
  const all = { ...base, ...own };
  return Object.fromEntries(Object.entries(all).filter(([, bytes]) => bytes.length > 0));
}

function printed(name: string): string {
  const list = join(cases, name, 'unreadable.txt');
  const unreadable = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
  const { value, diagnostics } = loadPublication(memoryHost(council(name), unreadable), {});
  return printText([...diagnostics, ...checkPublication(value.publication)], value.sources);
}

/** Cases of loading have a folder `input` and no file `stage.txt`, which names the later stage that runs them. */
const names = readdirSync(cases).filter(
  (n) =>
    !n.startsWith('_') && existsSync(join(cases, n, 'input')) && !existsSync(join(cases, n, 'stage.txt')),
);

test('the council that all cases change is sound', () => {
  const { value, diagnostics } = loadPublication(memoryHost(files(join(cases, '_council'))), {});
  expect(printText([...diagnostics, ...checkPublication(value.publication)], value.sources)).toBe(
    'No faults found.\n',
  );
});

describe('a council with one fault', () => {
  test.each(names)('prints what is expected: %s', (name) => {
    const text = printed(name);
    const file = join(cases, name, 'expected.txt');
    if (update) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
