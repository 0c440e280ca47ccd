/** Values made anew that say what those of before said: so that whoever comes after can see that nothing has changed. */

/** The value of before where the new one says the same, else the new one. */
export function reuse<T>(before: T | undefined, now: T): T {
  return before !== undefined && same(before, now) ? before : now;
}

/**
 * Whether two values say the same. Lists, plain objects, maps and sets are compared by what is in them and its order, which shows
 * in what is printed; anything else, such as functions, is the same only as itself.
 */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (a instanceof Map) return b instanceof Map && a.size === b.size && sameLists([...a], [...b]);
  if (a instanceof Set) return b instanceof Set && a.size === b.size && sameLists([...a], [...b]);
  return (
    isPlain(a) && isPlain(b) && Object.getPrototypeOf(a) === Object.getPrototypeOf(b) && sameFields(a, b)
  );
}

function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((item, i) => same(item, b[i]));
}

function sameFields(a: object, b: object): boolean {
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key, i) => key === others[i] && same((a as Fields)[key], (b as Fields)[key]))
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** What is written with braces. Objects of a class may hold what nobody sees. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether two files hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Values of one build by their names, for the next one. Names that a build does not use are forgotten at its end. */
export interface Kept {
  /** Gives the value of before under that name, where it says the same, and keeps what it gives. */
  readonly reuse: <T>(name: string, now: T) => T;
  /** Gives the value of before under that name where `holds` finds it good, else makes one, and keeps what it gives. */
  readonly take: <T>(name: string, holds: (before: T) => boolean, make: () => T) => T;
  /** At the end of a build. */
  readonly sweep: () => void;
}

/** Keeps nothing yet. Of one name there is always one kind of value: whoever names it knows which. */
export function keepValues(): Kept {
  let before = new Map<string, unknown>();
  let now = new Map<string, unknown>();
  const take: Kept['take'] = <T>(name: string, holds: (before: T) => boolean, make: () => T): T => {
    // Two things of one name are told apart by their order: nothing is given twice in one build.
    let own = name;
    for (let n = 2; now.has(own); n++) own = `${name}\n${String(n)}`;
    const known = before.get(own) as T | undefined;
    const value = known !== undefined && holds(known) ? known : make();
    now.set(own, value);
    return value;
  };
  return {
    take,
    reuse: (name, value) =>
      take(
        name,
        (known) => same(known, value),
        () => value,
      ),
    sweep: () => {
      before = now;
      now = new Map();
    },
  };
}
