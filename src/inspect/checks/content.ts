/** Content against structure: everything is tagged once, and the way back from a page leads to the same element (7.1). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import { dictOf, entryOf, numberOf, numberTree, rawArray, refKey, textOf } from '../objects.js';
import type { ContentFault } from '../page-content.js';
import { describeElement } from '../structure.js';
import type { StructElement } from '../structure.js';
import { PDFArray } from '@cantoo/pdf-lib';

const faults: Readonly<Record<ContentFault, PdfFinding['id']>> = {
  untagged: '7.1-3',
  'artifact-in-tagged': '7.1-1',
  'tagged-in-artifact': '7.1-2',
  unbalanced: '32000-14.6',
};

/** Checks pages against the structure tree in both directions. */
export function checkContent({ tree, pages }: PdfFacts): readonly PdfFinding[] {
  const findings: PdfFinding[] = [];
  for (const { page, faults: found } of pages)
    for (const fault of found) findings.push(finding(faults[fault], `page ${page.index + 1}`));
  if (!tree) return findings;

  const owners = new Map<string, StructElement>();
  for (const element of tree.elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'marked') continue;
      const key = `${kid.page ?? ''} ${kid.mcid}`;
      if (owners.has(key))
        findings.push(
          finding('32000-14.7.4', `${describeElement(element)}, sequence ${kid.mcid} is there twice`),
        );
      owners.set(key, element);
    }
  }
  const parents = numberTree(dictOf(entryOf(tree.root, 'ParentTree')));
  const painted = new Set<string>();
  for (const { page, mcids } of pages) {
    const key = numberOf(entryOf(page.dict, 'StructParents'));
    const back = key === undefined ? undefined : parents.get(key);
    const elements = back instanceof PDFArray ? rawArray(back) : [];
    for (const mcid of mcids) {
      const at = `page ${page.index + 1}, sequence ${mcid}`;
      const own = `${page.ref.toString()} ${mcid}`;
      const owner = owners.get(own);
      const leads = refKey(elements[mcid]);
      if (painted.has(own) || !owner || leads === undefined || leads !== owner.ref)
        findings.push(finding('32000-14.7.4', at));
      painted.add(own);
    }
  }
  for (const [key, element] of owners)
    if (!painted.has(key))
      findings.push(finding('32000-14.7.4', `${describeElement(element)}, sequence ${key} is not painted`));
  findings.push(...checkIds(tree.elements, namesOf(dictOf(entryOf(tree.root, 'IDTree')))));
  return findings;
}

function checkIds(elements: readonly StructElement[], listed: ReadonlySet<string>): readonly PdfFinding[] {
  const seen = new Set<string>();
  return elements.flatMap((element) => {
    const id = textOf(entryOf(element.dict, 'ID'));
    if (id === undefined) return [];
    const wrong = seen.has(id) || !listed.has(id);
    seen.add(id);
    return wrong ? [finding('32000-14.7.2', describeElement(element))] : [];
  });
}

function namesOf(root: ReturnType<typeof dictOf>): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (node: ReturnType<typeof dictOf>): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    for (const value of rawArray(entryOf(node, 'Names'))) {
      const name = textOf(value);
      if (name !== undefined) names.add(name);
    }
    const kids = entryOf(node, 'Kids');
    if (kids instanceof PDFArray) for (let i = 0; i < kids.size(); i++) walk(dictOf(kids.lookup(i)));
  };
  walk(root);
  return names;
}
