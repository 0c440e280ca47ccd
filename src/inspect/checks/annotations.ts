/** Annotations: links in Link elements, with words, in an order that follows the structure (7.18). */
import type { PDFDict } from '@cantoo/pdf-lib';
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
      findings.push(...placeFaults(kind, dict, owner, at));
      if (kind === 'PrinterMark' || kind === 'TrapNet') continue;
      const words = (textOf(entryOf(dict, 'Contents')) ?? '').trim();
      const alternative = (textOf(entryOf(owner?.dict, 'Alt')) ?? '').trim();
      // A field has the words of its own key (7.18.1-3).
      if (words === '' && alternative === '' && kind !== 'Widget') findings.push(finding('7.18.1-2', at));
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

/** Where an annotation of a kind has to lie in the structure. Hidden ones need no place. */
function placeFaults(
  kind: string | undefined,
  dict: PDFDict,
  owner: StructElement | undefined,
  at: string,
): readonly PdfFinding[] {
  const hidden = ((numberOf(entryOf(dict, 'F')) ?? 0) & 2) !== 0;
  if (kind === 'TrapNet') return [finding('7.18.2-1', at)];
  if (kind === 'PrinterMark') return owner === undefined ? [] : [finding('7.18.8-1', at)];
  if (hidden || kind === 'Link') return [];
  if (kind !== 'Widget') return owner?.type === 'Annot' ? [] : [finding('7.18.1-1', at)];
  const words = [textOf(entryOf(dict, 'TU')), textOf(entryOf(dictOf(entryOf(dict, 'Parent')), 'TU'))];
  const alternative = textOf(entryOf(owner?.dict, 'Alt'));
  const named = [...words, alternative].some((own) => (own ?? '').trim() !== '');
  return [
    ...(named ? [] : [finding('7.18.1-3', at)]),
    ...(owner?.type === 'Form' ? [] : [finding('7.18.4-1', at)]),
    ...(owner?.type === 'Form' && owner.kids.length > 1 ? [finding('7.18.4-2', at)] : []),
  ];
}
