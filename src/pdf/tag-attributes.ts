/** Language, alternatives and attributes of a structure element (PDF 1.7, 14.7.2, 14.8.5 and 14.9). */
import type { TagNode } from '../layout/display.js';
import type { ByteWriter } from './bytes.js';

/** Writes the entries of an element's dictionary. `height` of its page turns its box over. */
export function describe(node: TagNode, out: ByteWriter, height: number): void {
  if (node.lang !== undefined) entry(out, '/Lang', node.lang);
  if (node.title !== undefined) entry(out, '/T', node.title);
  if (node.alt !== undefined) entry(out, '/Alt', node.alt);
  // On the element and not in the content stream: a reader aloud uses it, and copying a table still gives figures.
  if (node.actualText !== undefined) entry(out, '/ActualText', node.actualText);
  if (node.expansion !== undefined) entry(out, '/E', node.expansion);
  if (node.id !== undefined) entry(out, '/ID', node.id);
  const list = node.listNumbering !== undefined;
  const cell = isDescribedCell(node);
  const several = Number(list) + Number(cell) + Number(node.bbox !== undefined) > 1;
  if (!list && !cell && !node.bbox) return;
  out.ascii(several ? '/A[' : '/A');
  if (cell) describeCell(node, out);
  if (list) out.ascii(`<</O/List/ListNumbering/${node.listNumbering}>>`);
  if (node.bbox) {
    const [left, top, right, bottom] = node.bbox.box;
    out.ascii('<</O/Layout/Placement/Block/BBox[');
    for (const value of [left, height - bottom, right, height - top]) {
      out.number(value);
      out.byte(0x20);
    }
    out.ascii(']>>');
  }
  if (several) out.byte(0x5d);
}

function entry(out: ByteWriter, key: string, value: string): void {
  out.ascii(key);
  out.text(value);
}

function isDescribedCell({ type, colSpan = 1, rowSpan = 1, headers }: TagNode): boolean {
  if (type === 'TH') return true;
  return type === 'TD' && (colSpan > 1 || rowSpan > 1 || (headers !== undefined && headers.length > 0));
}

function describeCell(node: TagNode, out: ByteWriter): void {
  const { colSpan = 1, rowSpan = 1, headers = [] } = node;
  out.ascii('<</O/Table');
  if (node.type === 'TH') out.ascii(`/Scope/${node.scope ?? 'Column'}`);
  if (colSpan > 1) out.ascii(`/ColSpan ${colSpan}`);
  if (rowSpan > 1) out.ascii(`/RowSpan ${rowSpan}`);
  if (headers.length > 0) {
    out.ascii('/Headers[');
    for (const header of headers) out.text(header);
    out.byte(0x5d);
  }
  out.ascii('>>');
}
