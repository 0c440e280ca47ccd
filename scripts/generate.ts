/** Writes what is made from the code: JSON Schemas of all files, and a page for every rule. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulePages } from '#tabled/diagnostics/rule-pages.js';
import { allSchemas, toJsonSchema } from '#tabled/model/schema/json-schema.js';

/** The folder of the package, from `dist/scripts/`. */
const home = fileURLToPath(new URL('../../', import.meta.url));

function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(join(home, folder), { recursive: true });
  for (const name of readdirSync(join(home, folder))) {
    if (!files.has(name)) rmSync(join(home, folder, name));
  }
  for (const [name, text] of files) writeFileSync(join(home, folder, name), text);
  process.stdout.write(`${folder}: ${files.size} files\n`);
}

writeFolder('docs/rules', rulePages());
writeFolder(
  'docs/schemas',
  new Map(
    [...allSchemas()].map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(toJsonSchema(name, schema), null, 2)}\n`,
    ]),
  ),
);
