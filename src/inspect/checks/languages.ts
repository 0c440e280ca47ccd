/** Languages: of every text that is read aloud it is known in which one it is written (7.2). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import { dictOf, entryOf, rawArray, refKey, textOf } from '../objects.js';
import { describeElement } from '../structure.js';
import type { StructElement } from '../structure.js';

/** Texts of an element that are read aloud. */
const spoken: readonly (readonly [string, PdfFinding['id']])[] = [
  ['ActualText', '7.2-21'],
  ['Alt', '7.2-22'],
  ['E', '7.2-23'],
];

/** Checks texts one by one where the file as a whole has no language: with one, all is said. */
export function checkLanguages({ file, tree, pages }: PdfFacts): readonly PdfFinding[] {
  if ((textOf(entryOf(file.catalog, 'Lang')) ?? '') !== '') return [];
  const findings: PdfFinding[] = [];
  if (dictOf(entryOf(file.catalog, 'Outlines'))) findings.push(finding('7.2-2', 'the bookmarks'));
  const owners = new Map<string, StructElement>();
  const annotated = new Map<string, StructElement>();
  for (const element of tree?.elements ?? []) {
    for (const [key, id] of spoken)
      if (textOf(entryOf(element.dict, key)) !== undefined && !hasLanguage(element))
        findings.push(finding(id, describeElement(element)));
    for (const kid of element.kids) {
      if (kid.kind === 'marked') owners.set(`${kid.page ?? ''} ${kid.mcid}`, element);
      if (kid.kind === 'object' && kid.ref !== undefined) annotated.set(kid.ref, element);
    }
  }
  for (const { page, text } of pages) {
    const at = `page ${page.index + 1}`;
    const silent = [...text].some(
      ([mcid, words]) => words.trim() !== '' && !hasLanguage(owners.get(`${page.ref.toString()} ${mcid}`)),
    );
    if (silent) findings.push(finding('7.2-34', at));
    for (const raw of rawArray(entryOf(page.dict, 'Annots'))) {
      const key = refKey(raw);
      const dict = dictOf(key === undefined ? raw : file.context.lookup(raw));
      const owner = key === undefined ? undefined : annotated.get(key);
      const own = textOf(entryOf(dict, 'Lang')) ?? '';
      if (textOf(entryOf(dict, 'Contents')) !== undefined && own === '' && !hasLanguage(owner))
        findings.push(finding('7.2-24', at));
    }
  }
  return findings;
}

/** True where an element or one around it has a language. */
function hasLanguage(element: StructElement | undefined): boolean {
  for (let own = element; own !== undefined; own = own.parent)
    if ((textOf(entryOf(own.dict, 'Lang')) ?? '') !== '') return true;
  return false;
}
