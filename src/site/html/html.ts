/** HTML that is safe by its type: text is escaped when it is put in, only {@link Html} goes in as it is. */

/** Finished markup. Made only by {@link html}, {@link raw} and {@link join}. */
export interface Html {
  readonly kind: 'html';
  readonly markup: string;
}

/** What may stand in a `html` template: nothing at all for `undefined` and `false`. */
export type Part = Html | string | number | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);
}

function markupOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(markupOf).join('');
}

/** A template whose holes are escaped: ``html`<p id="${id}">${content}</p>` ``. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? '';
  parts.forEach((part, index) => {
    markup += markupOf(part) + (strings[index + 1] ?? '');
  });
  return { kind: 'html', markup };
}

/** Markup made elsewhere that is known to be sound, such as a drawing of the room `chart`. */
export function raw(markup: string): Html {
  return { kind: 'html', markup };
}

/** Parts one after another. */
export function join(parts: readonly Part[], between = ''): Html {
  return { kind: 'html', markup: parts.map(markupOf).join(between) };
}

/** Attributes with a leading space each; those that are `undefined` or `false` are left out, `true` has no value. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  let markup = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue;
    markup += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  }
  return { kind: 'html', markup };
}

export const nothing: Html = { kind: 'html', markup: '' };
