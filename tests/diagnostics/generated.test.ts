/** What `npm run generate` writes is in step with the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import type { RuleEntry } from '../../src/diagnostics/catalogue.js';
import { rulePages } from '../../src/diagnostics/rule-pages.js';
import { allSchemas, toJsonSchema } from '../../src/model/schema/json-schema.js';

const docs = join(import.meta.dirname, '../../docs');
const written = (folder: string) =>
  Object.fromEntries(
    readdirSync(join(docs, folder)).map((name) => [name, readFileSync(join(docs, folder, name), 'utf8')]),
  );

test('the pages of the rules are those of the catalogue: else run npm run generate', () => {
  expect(written('rules')).toEqual(Object.fromEntries(rulePages()));
});

test('the JSON Schemas are those of the code: else run npm run generate', () => {
  const made = [...allSchemas()].map(
    ([name, schema]) => [`${name}.json`, toJsonSchema(name, schema)] as const,
  );
  const read = Object.entries(written('schemas')).map(
    ([name, text]) => [name, JSON.parse(text) as object] as const,
  );
  expect(Object.fromEntries(read)).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(made))));
});

test('every rule has an id that says more than one word, and sentences that explain it', () => {
  for (const [id, entry] of Object.entries<RuleEntry>(catalogue)) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(entry.title, id).toMatch(/^[“"`]?[A-Z0-9]/);
    expect(entry.explanation, id).toMatch(/\w+ \w+ \w+.*\.$/s);
  }
});
