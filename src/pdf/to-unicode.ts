/** Says which characters stand behind the codes of a font (PDF 1.7, 9.10.3). */

/** Most ranges of one block. */
const mostRanges = 100;

/** A ToUnicode CMap for codes of two bytes; `unicode` holds the code points of each code in use. */
export function toUnicode(unicode: readonly (readonly number[] | undefined)[]): string {
  const ranges: string[] = [];
  for (let code = 0; code < unicode.length; code++) {
    if (!unicode[code]) continue;
    // Codes of one range differ in their last byte only.
    let end = code;
    while (unicode[end + 1] && (end & 0xff) !== 0xff) end++;
    const targets = unicode.slice(code, end + 1).map((points) => `<${(points ?? []).map(utf16).join('')}>`);
    ranges.push(`<${hex(code)}> <${hex(end)}> [${targets.join(' ')}]`);
    code = end;
  }
  let blocks = '';
  for (let at = 0; at < ranges.length; at += mostRanges) {
    const block = ranges.slice(at, at + mostRanges);
    blocks += `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function utf16(point: number): string {
  if (point <= 0xffff) return hex(point);
  const rest = point - 0x10000;
  return hex(0xd800 | (rest >> 10)) + hex(0xdc00 | (rest & 0x3ff));
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
