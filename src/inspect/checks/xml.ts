/** Whether a metadata packet is well-formed XML, as far as metadata go. */

/** True for one root element with tags in pairs, quoted attributes, declared prefixes left aside, and no bare `&` or `<`. */
export function isWellFormed(xml: string): boolean {
  const text = xml
    .replace(/^\uFEFF/, '')
    .replace(/<\?[\s\S]*?\?>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  const open: string[] = [];
  let roots = 0;
  const token =
    /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [, close = '', name = '', attributes = '', empty = '', words, stray] of text.matchAll(token)) {
    if (stray !== undefined) return false;
    if (!entitiesAreDefined(words ?? attributes)) return false;
    if (words !== undefined) {
      if (open.length === 0 && words.trim() !== '') return false;
    } else if (close === '/') {
      if (open.pop() !== name) return false;
    } else {
      if (open.length === 0) roots++;
      if (empty !== '/') open.push(name);
    }
  }
  return open.length === 0 && roots === 1;
}

function entitiesAreDefined(text: string): boolean {
  return !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/.test(text);
}
