/** What else a file may hold: layers, enclosed files, forms, films, drawings that are painted again (7.10 to 7.20). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFDict as Dict, PDFStream } from '@cantoo/pdf-lib';
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import { arrayOf, dictOf, entryOf, nameOf, streamBytes, textOf } from '../objects.js';

/** Checks objects wherever they stand in the file. */
export function checkFeatures({ file, pages }: PdfFacts): readonly PdfFinding[] {
  const findings = [...layers(file.catalog), ...form(file.catalog)];
  for (const [ref, object] of file.context.enumerateIndirectObjects()) {
    const dict = object instanceof Dict ? object : object instanceof PDFStream ? object.dict : undefined;
    if (dict) findings.push(...objectFaults(dict, `object ${ref.toString().replace(' R', '')}`));
  }
  const painted = new Map<string, number>();
  for (const page of pages)
    for (const [key, times] of page.taggedForms) painted.set(key, (painted.get(key) ?? 0) + times);
  for (const [key, times] of painted)
    if (times > 1)
      findings.push(finding('7.20-2', `drawing ${key.replace(' R', '')}, painted ${times} times`));
  return findings;
}

function layers(catalog: PDFDict): readonly PdfFinding[] {
  const properties = dictOf(entryOf(catalog, 'OCProperties'));
  if (!properties) return [];
  const all = [entryOf(properties, 'D'), ...arrayOf(entryOf(properties, 'Configs'))].map(dictOf);
  return all.flatMap((own, at) => {
    const where = at === 0 ? 'the layers' : `the layers, arrangement ${at + 1}`;
    const named = (textOf(entryOf(own, 'Name')) ?? '') !== '';
    return [
      ...(named ? [] : [finding('7.10-1', where)]),
      ...(entryOf(own, 'AS') === undefined ? [] : [finding('7.10-2', where)]),
    ];
  });
}

/** A form of XFA that is drawn by the reader program has no pages to be tagged. */
function form(catalog: PDFDict): readonly PdfFinding[] {
  const xfa = entryOf(dictOf(entryOf(catalog, 'AcroForm')), 'XFA');
  const parts = xfa instanceof PDFStream ? [xfa] : arrayOf(xfa);
  const dynamic = parts.some((part) => {
    const bytes = streamBytes(part);
    return bytes && /<dynamicRender>\s*required/.test(new TextDecoder().decode(bytes));
  });
  return dynamic ? [finding('7.15-1', 'the form')] : [];
}

function objectFaults(dict: PDFDict, where: string): readonly PdfFinding[] {
  const findings: PdfFinding[] = [];
  if (entryOf(dict, 'EF') !== undefined && (!textOf(entryOf(dict, 'F')) || !textOf(entryOf(dict, 'UF'))))
    findings.push(finding('7.11-1', where));
  if (nameOf(entryOf(dict, 'S')) === 'MCD') {
    if (!textOf(entryOf(dict, 'CT'))) findings.push(finding('7.18.6.2-1', where));
    if (arrayOf(entryOf(dict, 'Alt')).length < 2) findings.push(finding('7.18.6.2-2', where));
  }
  if (nameOf(entryOf(dict, 'Subtype')) === 'Form' && entryOf(dict, 'Ref') !== undefined)
    findings.push(finding('7.20-1', where));
  return findings;
}
