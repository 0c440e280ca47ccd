/** Header, catalogue, metadata and languages (ISO 14289-1, 5, 6.1, 6.2, 7.1 and 7.2). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import { boolOf, dictOf, entryOf, streamBytes, textOf } from '../objects.js';
import { describeElement, standardTypes } from '../structure.js';
import { isWellFormed } from './xml.js';

/** Checks what concerns the file as a whole. */
export function checkDocument({ file, tree }: PdfFacts): readonly PdfFinding[] {
  const findings: PdfFinding[] = [];
  const where = 'the file';
  const unless = (condition: boolean, id: PdfFinding['id'], at = where) => {
    if (!condition) findings.push(finding(id, at));
  };
  const { catalog } = file;
  unless(/^%PDF-1\.\d/.test(latin1(file.bytes.subarray(0, 8))), '6.1-1');
  const markInfo = dictOf(entryOf(catalog, 'MarkInfo'));
  unless(boolOf(entryOf(markInfo, 'Marked')) === true, '6.2-1');
  unless(boolOf(entryOf(markInfo, 'Suspects')) !== true, '7.1-4');
  const preferences = dictOf(entryOf(catalog, 'ViewerPreferences'));
  unless(boolOf(entryOf(preferences, 'DisplayDocTitle')) === true, '7.1-10');
  const lang = textOf(entryOf(catalog, 'Lang'));
  unless(lang !== undefined && lang !== '', '7.2-33');
  unless(lang === undefined || lang === '' || isLanguageTag(lang), '7.2-29');

  const packet = streamBytes(entryOf(catalog, 'Metadata'));
  const xmp = packet ? new TextDecoder().decode(packet) : '';
  unless(isWellFormed(xmp), '7.1-8');
  unless(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]*\S[^<]*<\/rdf:li>[\s\S]*?<\/dc:title>/.test(xmp), '7.1-9');
  const part = /(?:<pdfuaid:part>|pdfuaid:part=["'])\s*([^<"']*)/.exec(xmp)?.[1];
  unless(part !== undefined, '5-1');
  unless(part === undefined || part.trim() === '1', '5-2');
  const prefix = /xmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/["']/.exec(xmp)?.[1];
  unless(prefix === undefined || prefix === 'pdfuaid', '5-3');

  unless(tree !== undefined, '7.1-11');
  if (!tree) return findings;
  for (const [from, to] of tree.roles) {
    unless(!standardTypes.has(from), '7.1-7', `the role of ${from}`);
    unless(leadsOut(from, tree.roles), '7.1-6', `the role of ${from}`);
    unless(standardTypes.has(to) || tree.roles.has(to), '7.1-5', `the role of ${from}`);
  }
  for (const element of tree.elements) {
    const at = describeElement(element);
    unless(standardTypes.has(element.type), '7.1-5', at);
    unless(dictOf(entryOf(element.dict, 'P')) !== undefined, '7.1-12', at);
    const own = textOf(entryOf(element.dict, 'Lang'));
    unless(own === undefined || isLanguageTag(own), '7.2-29', at);
  }
  return findings;
}

function leadsOut(from: string, roles: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let type: string | undefined = from; type !== undefined; type = roles.get(type)) {
    if (seen.has(type)) return false;
    seen.add(type);
  }
  return true;
}

/** A language tag in form (BCP 47, 2.1): whether the language exists is not looked up. */
function isLanguageTag(tag: string): boolean {
  return /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i.test(
    tag,
  );
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
