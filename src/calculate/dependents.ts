/** Who reads whom: the papers that a change of some papers touches. */

/** The papers at `addresses`, their readers, the readers of those, and so on. */
export function dependents(
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  addresses: Iterable<string>,
): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  for (const [reader, read] of reads) {
    for (const one of read) {
      const list = readers.get(one);
      if (list === undefined) readers.set(one, [reader]);
      else list.push(reader);
    }
  }
  const found = new Set(addresses);
  const queue = [...found];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const reader of readers.get(next) ?? []) {
      if (found.has(reader)) continue;
      found.add(reader);
      queue.push(reader);
    }
  }
  return found;
}
