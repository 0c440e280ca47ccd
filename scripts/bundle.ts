/**
 * Joins the compiled modules into `dist/program/`, which starts in half the time: five hundred files are found and read one by one
 * otherwise, and so are those of the libraries that every run needs. Part of `npm run compile`.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const compiled = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Libraries that stay packages: few runs need them, and they look for files and packages of their own. */
const apart = ['@11ty/', 'nunjucks', '@cantoo/pdf-lib'];

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
  external: (id) => apart.some((name) => id.startsWith(name)),
});
const { output } = await bundle.write({
  dir: program,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
});
await bundle.close();
// What an earlier bundle left goes last: a program that runs meanwhile finds its files.
const data = join(program, 'data');
const written = new Set(output.map(({ fileName }) => fileName));
for (const file of readdirSync(program))
  if (!written.has(file) && file !== 'data') rmSync(join(program, file));
// PDFKit looks for the colour profile of PDF/A beside its own module.
mkdirSync(data, { recursive: true });
const profile = 'sRGB_IEC61966_2_1.icc';
const pdfkit = dirname(createRequire(import.meta.url).resolve('pdfkit'));
copyFileSync(join(pdfkit, 'data', profile), join(data, profile));
