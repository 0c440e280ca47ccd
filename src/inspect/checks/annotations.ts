/** Annotations: links in Link elements, with words, in an order that follows the structure (7.18). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import { dictOf, entryOf, nameOf, numberOf, numberTree, rawArray, refKey, textOf } from '../objects.js';
import type { StructElement } from '../structure.js';

/** Checks the annotations of every page. Popups and invisible ones need no element. */
export function checkAnnotations({ file, tree, pages }: PdfFacts): readonly PdfFinding[] {
  const findings: PdfFinding[] = [];
  const owners = new Map<string, StructElement>();
  for (const element of tree?.elements ?? [])
    for (const kid of element.kids)
      if (kid.kind === 'object' && kid.ref !== undefined) owners.set(kid.ref, element);
  const parents = numberTree(dictOf(entryOf(tree?.root, 'ParentTree')));
  for (const { page } of pages) {
    const at = `page ${page.index + 1}`;
    const annotations = rawArray(entryOf(page.dict, 'Annots'));
    if (annotations.length > 0 && nameOf(entryOf(page.dict, 'Tabs')) !== 'S')
      findings.push(finding('7.18.3-1', at));
    for (const raw of annotations) {
      const key = refKey(raw);
      const dict = dictOf(key === undefined ? raw : file.context.lookup(raw));
      const kind = nameOf(entryOf(dict, 'Subtype'));
      if (!dict || kind === 'Popup') continue;
      const owner = key === undefined ? undefined : owners.get(key);
      const words = (textOf(entryOf(dict, 'Contents')) ?? '').trim();
      const alternative = (textOf(entryOf(owner?.dict, 'Alt')) ?? '').trim();
      if (words === '' && alternative === '') findings.push(finding('7.18.1-2', at));
      if (kind !== 'Link') continue;
      if (words === '') findings.push(finding('7.18.5-2', at));
      if (owner?.type !== 'Link') {
        findings.push(finding('7.18.5-1', at));
        continue;
      }
      const back = numberOf(entryOf(dict, 'StructParent'));
      if (back === undefined || dictOf(parents.get(back)) !== owner.dict)
        findings.push(finding('32000-14.7.4', `${at}, link “${words}”`));
    }
  }
  return findings;
}
