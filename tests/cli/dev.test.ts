import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { runDev } from '../../src/cli/dev/dev.js';
import { startPreview } from '../../src/cli/dev/server.js';
import type { Preview } from '../../src/cli/dev/server.js';
import { findFile } from '../../src/cli/dev/site-files.js';
import { oneAtATime } from '../../src/cli/dev/watch.js';
import { error } from '../../src/diagnostics/diagnostic.js';
import { memoryHost } from '../support/memory-host.js';

const page = '<!doctype html><html><body><h1>Hello</h1></body></html>';
const host = memoryHost({
  '_site/index.html': page,
  '_site/a/index.html': page,
  '_site/a/x.csv': 'a,b',
  'secret.md': 'x',
});

let preview: Preview | undefined;
afterEach(async () => {
  await preview?.close();
  preview = undefined;
});

/** Asks without fetch, which would tidy the path and the host. */
function get(port: number, path: string, hostName = 'localhost') {
  return new Promise<{ status: number; type: string; location: string; body: string }>((resolve, reject) => {
    const asked = request(
      { agent: false, host: '127.0.0.1', port, path, headers: { host: hostName } },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => {
          const { 'content-type': type = '', location = '' } = response.headers;
          resolve({ status: response.statusCode ?? 0, type, location, body });
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

describe('the preview', () => {
  test('serves pages with the reload script, and files as they are', async () => {
    preview = await startPreview(host, '_site');
    const { port } = preview;
    expect(await get(port, '/')).toMatchObject({
      status: 200,
      body: expect.stringMatching(/reload\.js"><\/script><\/body>/) as string,
    });
    expect(await get(port, '/a/x.csv')).toMatchObject({
      status: 200,
      type: 'text/csv; charset=utf-8',
      body: 'a,b',
    });
    expect(await get(port, '/a')).toMatchObject({ status: 302, location: '/a/' });
    expect(await get(port, '/none/')).toMatchObject({ status: 404 });
    expect(await get(port, '/__tabled/reload.js')).toMatchObject({ status: 200 });
  });

  test('answers only to names of this computer, and only from the site', async () => {
    preview = await startPreview(host, '_site');
    const { port } = preview;
    expect((await get(port, '/', 'evil.example')).status).toBe(403);
    for (const path of [
      '/../secret.md',
      '/%2e%2e/secret.md',
      '/..%2fsecret.md',
      '/%00',
      '/%zz',
      '//evil.example/..',
    ]) {
      const answer = await get(port, path);
      expect([404, 400]).toContain(answer.status);
      expect(answer.body).not.toBe('x');
    }
  });

  test('shows the faults in place of pages, and the last good page on request', async () => {
    preview = await startPreview(host, '_site');
    const { port } = preview;
    preview.show({ failure: 'a.md:1:1: error: <wrong>' });
    const failed = await get(port, '/a/');
    expect(failed.status).toBe(500);
    expect(failed.body).toContain('error: &lt;wrong&gt;');
    expect(failed.body).toContain('href="/a/?last"');
    expect((await get(port, '/a/?last')).body).toContain('<h1>Hello</h1>');
    expect((await get(port, '/a/x.csv')).body).toBe('a,b');
    preview.show({});
    expect((await get(port, '/a/')).status).toBe(200);
  });

  test('says on every page of a draft how many faults there are, and lists them', async () => {
    preview = await startPreview(host, '_site');
    const { port } = preview;
    preview.show({ faults: { summary: '1 error in 1 file.', report: 'a.md:1:1: error: <wrong>' } });
    const { body } = await get(port, '/a/');
    expect(body).toMatch(/<body><p role="status"[^>]*>1 error in 1 file\. <a href="\/__tabled\/faults"/);
    expect((await get(port, '/__tabled/faults')).body).toContain('error: &lt;wrong&gt;');
  });

  test('tells open pages when it has built', async () => {
    preview = await startPreview(host, '_site');
    const { port } = preview;
    const event = new Promise<string>((resolve) => {
      const asked = request(
        { host: '127.0.0.1', port, path: '/__tabled/events', headers: { host: 'localhost' } },
        (response) => {
          response.on('data', (chunk: Buffer) => {
            const text = chunk.toString();
            if (text.includes('event:')) resolve(text);
            else preview?.show({});
          });
        },
      );
      asked.on('error', () => undefined);
      asked.end();
    });
    expect(await event).toBe('event: built\ndata: \n\n');
  });

  test('takes the next port when one is in use, and says so when that one was asked for', async () => {
    preview = await startPreview(host, '_site');
    const second = await startPreview(host, '_site');
    expect(second.port).toBeGreaterThan(preview.port);
    await second.close();
    await expect(startPreview(host, '_site', preview.port)).rejects.toThrow('in use');
  });
});

test('a folder is never sent to another site', () => {
  expect(findFile(memoryHost({ '_site/evil.example/index.html': 'x' }), '_site', '//evil.example')).toEqual({
    kind: 'moved',
    to: '/evil.example/',
  });
});

test('dev goes on after a build that throws, and prints the faults of one that fails', async () => {
  const council = memoryHost({ 'a.md': 'x' });
  const results = [
    () => Promise.reject(new Error('a bug')),
    () =>
      Promise.resolve({
        diagnostics: [error('yaml-reads', { file: 'a.md', start: 0, end: 1 }, 'this is wrong')],
        files: [],
      }),
  ];
  for (const build of results) {
    await runDev(council, { folders: [], build, until: Promise.resolve() });
  }
  expect(council.lines.join('\n')).toContain('a bug');
  expect(council.lines.join('\n')).toContain('a.md:1:1: error: this is wrong');
});

test('builds never overlap, and a change during one makes one more', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const go = oneAtATime(async () => {
    runs++;
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
  });
  await Promise.all([go(), go(), go()]);
  expect([most, runs]).toEqual([1, 2]);
  await go();
  expect(runs).toBe(3);
});
