/**
 * Joins the compiled modules into `dist/program/`, which starts in half the time: five hundred files are found and read one by one
 * otherwise, and so are those of the libraries that every run needs. Part of `npm run compile`.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const compiled = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Libraries that are read once for nearly every run. The others stay packages: few runs need them, or they read files of their own. */
const joined = new Set([
  'chart.js',
  '@kurkle/color',
  'decimal.js',
  'fontkit',
  'restructure',
  'linebreak',
  'markdown-it',
  'markdown-it-deflist',
  'markdown-it-footnote',
  'yaml',
  'zod',
]);

/** `zod/v4/core` is of the package `zod`. */
function packageOf(id: string): string {
  const parts = id.split('/');
  return parts.slice(0, id.startsWith('@') ? 2 : 1).join('/');
}

const program = compiled('program');
const bundle = await rolldown({
  // Threads are found beside the module that starts them, so each entry keeps its name.
  input: {
    main: compiled('cli/main.js'),
    'build-thread': compiled('cli/dev/build-thread.js'),
    'print-thread': compiled('print-thread.js'),
    'bench-pack': compiled('scripts/bench/pack.js'),
    'bench-build': compiled('scripts/bench/build.js'),
  },
  platform: 'node',
  external: (id) =>
    !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('#') && !joined.has(packageOf(id)),
});
const { output } = await bundle.write({
  dir: program,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
});
await bundle.close();
// What an earlier bundle left goes last: a program that runs meanwhile finds its files.
const written = new Set(output.map(({ fileName }) => fileName));
for (const file of readdirSync(program)) if (!written.has(file)) rmSync(join(program, file));
