/** Whole small councils with a fault of calculation or reference each, and what is printed. UPDATE=1 writes expected.txt anew. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compilePublication } from '../../src/compile.js';
import { printText } from '../../src/diagnostics/print.js';
import { memoryHost } from '../support/memory-host.js';

const cases = join(import.meta.dirname, '../cases');
const update = process.env['UPDATE'] === '1' && (process.env['CI'] ?? '') === '';

/** Files below a folder by path. */
function files(folder: string, prefix = ''): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
      const path = `${prefix}${e.name}`;
      return e.isDirectory()
        ? Object.entries(files(join(folder, e.name), `${path}/`))
        : [[path, new Uint8Array(readFileSync(join(folder, e.name)))]];
    }),
  );
}

/** What is printed about the sound council with the files of a case in place of its own. */
function printed(own: Record<string, Uint8Array>): string {
  const { value, diagnostics } = compilePublication(
    memoryHost({ ...files(join(cases, '_council')), ...own }),
    {},
  );
  return printText(diagnostics, value.sources);
}

/** The file stage.txt of a case says how far it goes: `compile` is all but the writing of site and packs. */
const names = readdirSync(cases).filter((name) => {
  const stage = join(cases, name, 'stage.txt');
  return existsSync(stage) && readFileSync(stage, 'utf8').trim() === 'compile';
});

test('the council that all cases change is sound to the end', () => {
  expect(printed({})).toBe('No faults found.\n');
});

describe('a council with one fault', () => {
  test.each(names)('prints what is expected: %s', (name) => {
    const text = printed(files(join(cases, name, 'input')));
    const file = join(cases, name, 'expected.txt');
    if (update) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(text).not.toBe('No faults found.\n');
  });
});
