/** Style sheets of a drawing: rules of elements, classes and ids, in the order of their weight. */

export interface StyleRule {
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
  /** Its place among all rules of the drawing. */
  readonly order: number;
}

/** Conditions on one element; all must hold. */
export interface Selector {
  readonly element?: string;
  readonly id?: string;
  readonly classes: readonly string[];
}

export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** The rules of a sheet, and what of it was not understood, in words. */
export interface Sheet {
  readonly rules: readonly StyleRule[];
  readonly unknown: readonly string[];
}

/** Reads a sheet; `first` is the order of its first rule. */
export function readSheet(text: string, first: number): Sheet {
  const rules: StyleRule[] = [];
  const unknown: string[] = [];
  let rest = text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ').replace(/<!--|-->/g, ' ');
  for (rest = rest.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const brace = rest.indexOf('{');
    if (rest.startsWith('@')) {
      const semicolon = rest.indexOf(';');
      const plain = semicolon !== -1 && (brace === -1 || semicolon < brace);
      const end = plain ? semicolon + 1 : endOfBlock(rest, brace);
      const name = /^@[\w-]*/.exec(rest)?.[0] ?? '@';
      // Faces are those of the packs, whatever the sheet brings along.
      if (name !== '@charset' && name !== '@font-face' && name !== '@namespace')
        unknown.push(`style rules under ${name}`);
      rest = rest.slice(end);
      continue;
    }
    if (brace === -1) {
      unknown.push(`the style “${shortened(rest)}”`);
      break;
    }
    const end = endOfBlock(rest, brace);
    const selectors: Selector[] = [];
    for (const one of rest.slice(0, brace).split(',')) {
      const selector = readSelector(one.trim());
      if (selector === undefined) unknown.push(`style for “${shortened(one)}”`);
      else selectors.push(selector);
    }
    const declarations = readDeclarations(rest.slice(brace + 1, end).replace(/\}$/, ''));
    if (selectors.length > 0) rules.push({ selectors, declarations, order: first + rules.length });
    rest = rest.slice(end);
  }
  return { rules, unknown };
}

/** The place after the bracket that closes the one at `from`; the end, where none does. */
function endOfBlock(text: string, from: number): number {
  let depth = 0;
  for (let at = Math.max(0, from); at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

function shortened(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

/** One element with classes and ids; undefined for anything that looks at other elements. */
function readSelector(text: string): Selector | undefined {
  const found = /^(\*|[a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)$/.exec(text);
  if (!found || text === '') return undefined;
  const parts = (found[2] ?? '').match(/[.#][\w-]+/g) ?? [];
  const ids = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
  if (ids.length > 1) return undefined;
  const [id] = ids;
  const element = found[1] === '*' ? undefined : found[1];
  return {
    ...(element === undefined ? {} : { element }),
    ...(id === undefined ? {} : { id }),
    classes: parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1)),
  };
}

/** Reads `fill: red; stroke: none !important`. Quotation marks and brackets may hold semicolons. */
export function readDeclarations(text: string): readonly Declaration[] {
  const parts = text.match(/(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\)|["'(])+/g) ?? [];
  return parts.flatMap((part) => {
    const colon = part.indexOf(':');
    if (colon === -1) return [];
    const typed = part.slice(colon + 1).trim();
    const value = typed.replace(/\s*!\s*important$/i, '');
    const property = part.slice(0, colon).trim().toLowerCase();
    return value === '' || property === '' ? [] : [{ property, value, important: value !== typed }];
  });
}

/** An element as selectors see it. */
export interface Styled {
  readonly element: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
}

/**
 * The declarations that hold for an element: attributes weigh least, then rules by what they name, then its own
 * `style`; importance goes before all (CSS Cascade 4, 6.1).
 */
export function cascade(
  styled: Styled,
  attributes: ReadonlyMap<string, string>,
  rules: readonly StyleRule[],
  own: readonly Declaration[],
): ReadonlyMap<string, string> {
  const weighed: { readonly declaration: Declaration; readonly weight: readonly number[] }[] = [];
  for (const rule of rules) {
    const matching = rule.selectors.filter((selector) => matches(selector, styled));
    if (matching.length === 0) continue;
    const weight = Math.max(...matching.map(specificity));
    for (const declaration of rule.declarations)
      weighed.push({ declaration, weight: [declaration.important ? 2 : 0, weight, rule.order] });
  }
  for (const declaration of own) weighed.push({ declaration, weight: [declaration.important ? 3 : 1, 0, 0] });
  // Sorting keeps the order of what weighs the same.
  weighed.sort((a, b) => compare(a.weight, b.weight));
  const values = new Map(attributes);
  for (const { declaration } of weighed) values.set(declaration.property, declaration.value);
  return values;
}

function matches({ element, id, classes }: Selector, styled: Styled): boolean {
  if (element !== undefined && element !== styled.element) return false;
  if (id !== undefined && id !== styled.id) return false;
  return classes.every((name) => styled.classes.includes(name));
}

function specificity({ element, id, classes }: Selector): number {
  return (id === undefined ? 0 : 1_000_000) + classes.length * 1000 + (element === undefined ? 0 : 1);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
