import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskHost } from '../../src/source/disk-host.js';

const log = { progress: () => undefined, line: () => undefined };
let folder: string;
let root: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tabled-host-'));
  root = join(folder, 'council');
  mkdirSync(root);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('reads, lists by code unit and says undefined for what is not there', () => {
  for (const name of ['b', 'a', 'B', '10', '2']) writeFileSync(join(root, name), name);
  mkdirSync(join(root, 'c'));
  const host = diskHost(root, log);
  expect(host.list('')?.map((e) => e.name)).toEqual(['10', '2', 'B', 'a', 'b', 'c']);
  expect(Buffer.from(host.readFile('a')!).toString()).toBe('a');
  expect(host.readFile('none')).toBeUndefined();
  expect(host.readFile('c')).toBeUndefined();
  expect(host.list('none')).toBeUndefined();
});

test('never reads or writes outside its folder, by a link or by dots', () => {
  writeFileSync(join(folder, 'secret'), 'x');
  symlinkSync(join(folder, 'secret'), join(root, 'link'));
  symlinkSync(folder, join(root, 'up'));
  const host = diskHost(root, log);
  expect(host.readFile('link')).toBeUndefined();
  expect(host.list('up')).toBeUndefined();
  expect(() => host.readFile('../secret')).toThrow();
  expect(() => host.writeFile('../other', 'x')).toThrow();
  expect(existsSync(join(folder, 'other'))).toBe(false);
});

test('writes whole files and leaves nothing beside them', () => {
  const host = diskHost(root, log);
  host.writeFile('new/deep/a.txt', 'one');
  host.writeFile('new/deep/a.txt', 'two');
  expect(readdirSync(join(root, 'new/deep'))).toEqual(['a.txt']);
  expect(Buffer.from(host.readFile('new/deep/a.txt')!).toString()).toBe('two');
});

test('puts a finished folder in the place of an old one, or of none', () => {
  const host = diskHost(root, log);
  host.writeFile('fresh/a', '1');
  host.replaceFolder('fresh', '_site');
  host.writeFile('fresh/b', '2');
  host.replaceFolder('fresh', '_site');
  expect(readdirSync(root)).toEqual(['_site']);
  expect(readdirSync(join(root, '_site'))).toEqual(['b']);
});

test('keeps the old folder when there is no new one', () => {
  const host = diskHost(root, log);
  host.writeFile('_site/a', '1');
  expect(() => host.replaceFolder('missing', '_site')).toThrow();
  expect(readdirSync(join(root, '_site'))).toEqual(['a']);
});

test('says undefined for a file that cannot be read', () => {
  // A link to itself cannot be read by anybody; a file without permissions can be, by root.
  symlinkSync('a', join(root, 'a'));
  expect(diskHost(root, log).readFile('a')).toBeUndefined();
});

test('gives a file a second name only while it holds the very bytes that were written', () => {
  const host = diskHost(root, log);
  const [one, other] = [new TextEncoder().encode('one'), new TextEncoder().encode('two')];
  host.writeFile('site/a', one);
  host.writeFile('site/b', other);
  expect(host.linkFile?.('site/a', 'fresh/a', one)).toBe(true);
  expect(host.readFile('fresh/a')).toEqual(Buffer.from('one'));
  expect(host.linkFile?.('site/b', 'fresh/b', one)).toBe(false);
  writeFileSync(join(root, 'site/b'), 'another program');
  expect(host.linkFile?.('site/b', 'fresh/b', other)).toBe(false);
  expect(host.linkFile?.('site/none', 'fresh/none', one)).toBe(false);
});
