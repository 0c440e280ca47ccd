#!/usr/bin/env node
/** The program `tabled`: ties the commands to this computer's folders, streams and signals. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskHost } from '../source/disk-host.js';
import { startBuilder } from './dev/builder.js';
import { runDev } from './dev/dev.js';
import { readThreads } from './arguments.js';
import { run } from './run.js';
import type { Workshop } from './run.js';
import { terminalLog } from './terminal.js';
import { explainNamed } from './text-figure.js';
import type { Terminal } from './terminal.js';

/** The folder of the package, which is two above `dist/cli/`. */
const home = fileURLToPath(new URL('../../', import.meta.url));

const terminal: Terminal = { out: process.stdout, err: process.stderr, environment: process.env };

// Whoever reads the output may stop reading (`tabled check | head`): then there is nothing left to say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EPIPE') process.exit();
    throw cause;
  });
}

const root = resolve(process.env['TABLED_ROOT'] ?? '.');
const log = terminalLog(terminal);
const interrupted = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
});

/** How many threads may print: what `TABLED_WORKERS` says, else as many as this computer runs at once. */
const threads = readThreads(process.env['TABLED_WORKERS']) ?? availableParallelism();

/** Loaded only when wanted: fonts, layout and site take time that `check` and `explain` need not spend. */
const build: Workshop['build'] = async (host, options) => {
  const { buildSite } = await import('../build.js');
  return buildSite(host, { ...options, threads });
};

try {
  // Not process.exit(): a long report would be cut where the output is a pipe.
  process.exitCode = await run(
    process.argv.slice(2),
    {
      version: (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { readonly version: string })
        .version,
      openHost: () => diskHost(root, log),
      check: async (host, options) => {
        const { checkSite } = await import('../build.js');
        return checkSite(host, { ...options, threads });
      },
      explain: async (host, reference, options) => {
        const { compilePublication } = await import('../compile.js');
        const { value, diagnostics } = compilePublication(host, options);
        return {
          figure: explainNamed(value.calculation, value.sources, reference),
          faults: diagnostics,
          sources: value.sources,
        };
      },
      build,
      readFile: (path) => {
        try {
          return readFileSync(path);
        } catch {
          return undefined;
        }
      },
      checkPdf: async (bytes) => {
        const { checkPdf } = await import('../inspect/check.js');
        return checkPdf(bytes);
      },
      dev: async (host, options) => {
        const folders = [join(root, 'content'), join(root, 'data'), join(home, 'templates')];
        const builder = startBuilder(root, log);
        await runDev(host, {
          ...options,
          folders,
          build: (_, request) => builder.build(request),
          until: interrupted,
        });
        await builder.close();
        // What builds have left open (timers, workers) must not keep an ended preview alive.
        process.exit(0);
      },
    },
    terminal,
  );
} catch (cause) {
  log.clear();
  process.stderr.write(
    `Tabled itself failed. Please report this:\n\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
  );
  process.exitCode = 70;
} finally {
  log.clear();
}
