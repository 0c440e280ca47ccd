/** How labels are compared: without case, spacing, emphasis, note marks, or kinds of dash and quotation mark. */

/** Characters that cannot be seen and come along with text copied from web pages, chats and PDFs. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The text without characters that cannot be seen: soft hyphens, zero-width spaces, marks of direction. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** Words with single spaces between them and none of the signs below: nearly every label. */
const simple = /^(?:[A-Za-z0-9,.()&/%£:;'"!?+-]+ )*[A-Za-z0-9,.()&/%£:;'"!?+-]+$/;

/** The form of a label that is compared. */
export function normalise(label: string): string {
  if (simple.test(label)) return label.toLowerCase();
  return withoutBraces(withoutUnseen(label).replace(/\[\^[^\]]{0,100}\]/g, ''))
    .replace(/[*`]|~~|(?<![\w])_|_(?![\w])/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Without `{#id}` at the end. */
function withoutBraces(label: string): string {
  const trimmed = label.trimEnd();
  if (!trimmed.endsWith('}')) return label;
  const open = trimmed.lastIndexOf('{');
  return trimmed[open + 1] === '#' || trimmed[open + 1] === '.' ? trimmed.slice(0, open) : label;
}

/** The labels most like `wanted`, nearest first, at most three. */
export function nearestLabels(wanted: string, labels: Iterable<string>): readonly string[] {
  const target = normalise(wanted);
  const scored: { readonly label: string; readonly distance: number }[] = [];
  const seen = new Set<string>();
  for (const label of labels) {
    const plain = normalise(label);
    if (plain === '' || seen.has(plain)) continue;
    seen.add(plain);
    const contained = target.length > 2 && (plain.includes(target) || target.includes(plain));
    const distance = contained ? 0.5 : editDistance(target.slice(0, 60), plain.slice(0, 60));
    if (distance <= Math.max(target.length > 3 ? 2 : 1, target.length * 0.4))
      scored.push({ label, distance });
  }
  scored.sort((a, b) => a.distance - b.distance);
  return scored.slice(0, 3).map((s) => s.label);
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** "Did you mean “a” or “b”?", or what there is instead. */
export function didYouMean(wanted: string, labels: Iterable<string>): string | undefined {
  const near = nearestLabels(wanted, labels);
  return near.length === 0 ? undefined : `Did you mean ${near.map((l) => `“${l}”`).join(' or ')}?`;
}
