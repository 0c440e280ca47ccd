/** Which element may lie in which: tables, lists and contents lists (7.2), headings (7.4), notes (7.9), alternatives (7.3, 7.7). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import { entryOf, textOf } from '../objects.js';
import { childElements, describeElement } from '../structure.js';
import type { StructElement } from '../structure.js';

interface Rule {
  readonly id: PdfFinding['id'];
  readonly types: readonly string[];
}

/** Parents that an element of a type may have. */
const parents: Readonly<Record<string, Rule>> = {
  TR: { id: '7.2-4', types: ['Table', 'THead', 'TBody', 'TFoot'] },
  THead: { id: '7.2-5', types: ['Table'] },
  TBody: { id: '7.2-6', types: ['Table'] },
  TFoot: { id: '7.2-7', types: ['Table'] },
  TH: { id: '7.2-8', types: ['TR'] },
  TD: { id: '7.2-9', types: ['TR'] },
  LI: { id: '7.2-17', types: ['L'] },
  LBody: { id: '7.2-18', types: ['LI'] },
  TOCI: { id: '7.2-26', types: ['TOC'] },
};

/** Children that an element of a type may have. */
const children: Readonly<Record<string, Rule>> = {
  Table: { id: '7.2-3', types: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'] },
  TR: { id: '7.2-10', types: ['TH', 'TD'] },
  L: { id: '7.2-19', types: ['LI', 'L', 'Caption'] },
  LI: { id: '7.2-20', types: ['Lbl', 'LBody'] },
  TOC: { id: '7.2-27', types: ['TOC', 'TOCI', 'Caption'] },
  TOCI: { id: '7.2-28', types: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'] },
  THead: { id: '7.2-36', types: ['TR'] },
  TBody: { id: '7.2-37', types: ['TR'] },
  TFoot: { id: '7.2-38', types: ['TR'] },
};

/** Checks the tree, element by element and in its order. */
export function checkNesting({ tree }: PdfFacts): readonly PdfFinding[] {
  if (!tree) return [];
  const findings: PdfFinding[] = [];
  const add = (id: PdfFinding['id'], element: StructElement) =>
    findings.push(finding(id, describeElement(element)));
  const notes = new Set<string>();
  for (const element of tree.elements) {
    const above = parents[element.type];
    if (above && !above.types.includes(element.parent?.type ?? '')) add(above.id, element);
    const below = children[element.type];
    if (below && childElements(element).some((child) => !below.types.includes(child.type)))
      add(below.id, element);
    if (element.type === 'Table') tableParts(element, add);
    if (element.type === 'TOC' && !leadsWithCaption(element)) add('7.2-39', element);
    if (element.type === 'L' && !leadsWithCaption(element)) add('7.2-40', element);
    if (childElements(element).filter((child) => child.type === 'H').length > 1) add('7.4.4-1', element);
    if (element.type === 'Figure' && !hasAlternative(element)) add('7.3-1', element);
    if (element.type === 'Formula' && !hasAlternative(element)) add('7.7-1', element);
    if (element.type === 'Note') {
      const id = textOf(entryOf(element.dict, 'ID'));
      if (id === undefined || id === '') add('7.9-1', element);
      else if (notes.has(id)) add('7.9-2', element);
      else notes.add(id);
    }
  }
  headings(tree.elements, add);
  return findings;
}

type Add = (id: PdfFinding['id'], element: StructElement) => void;

function tableParts(table: StructElement, add: Add): void {
  const kinds = childElements(table).map((child) => child.type);
  const count = (type: string) => kinds.filter((kind) => kind === type).length;
  if (count('THead') > 1) add('7.2-11', table);
  if (count('TFoot') > 1) add('7.2-12', table);
  if (count('THead') + count('TFoot') > 0 && count('TBody') === 0) add('7.2-13', table);
  const caption = kinds.indexOf('Caption');
  if (count('Caption') > 1 || (caption > 0 && caption < kinds.length - 1)) add('7.2-16', table);
}

/** True for one caption at the beginning, or none. */
function leadsWithCaption(list: StructElement): boolean {
  return childElements(list).every((child, at) => child.type !== 'Caption' || at === 0);
}

function hasAlternative(element: StructElement): boolean {
  return ['Alt', 'ActualText'].some((key) => (textOf(entryOf(element.dict, key)) ?? '').trim() !== '');
}

function headings(elements: readonly StructElement[], add: Add): void {
  let level = 0;
  let plain = false;
  for (const element of elements) {
    if (element.type === 'H') plain = true;
    const own = /^H([1-6])$/.exec(element.type)?.[1];
    if (own === undefined) continue;
    if (Number(own) > level + 1) add('7.4.2-1', element);
    level = Number(own);
  }
  if (!plain || level === 0) return;
  const first = elements.find((element) => element.type === 'H');
  const numbered = elements.find((element) => /^H[1-6]$/.test(element.type));
  if (first) add('7.4.4-2', first);
  if (numbered) add('7.4.4-3', numbered);
}
