/** Status symbols: a shape from the page's sprite, always beside its word (look, tokens, section 7). */
import type { Mark } from '../../model/table.js';
import { toneOfMovement } from '../../model/movement.js';
import { html, type Html, type Part } from './html.js';

interface Symbol {
  readonly shape: string;
  readonly colour: 'red' | 'amber' | 'green' | 'blue' | 'grey' | 'ink';
  /** Said before the word where the shape alone tells something. */
  readonly spoken?: string;
}

const symbols: Readonly<Record<Mark, Symbol>> = {
  good: { shape: 'ok', colour: 'green' },
  caution: { shape: 'near', colour: 'amber' },
  bad: { shape: 'off', colour: 'red' },
  done: { shape: 'done', colour: 'green' },
  none: { shape: 'none', colour: 'grey' },
  up: { shape: 'up', colour: 'ink', spoken: 'number went up' },
  down: { shape: 'down', colour: 'ink', spoken: 'number went down' },
  same: { shape: 'level', colour: 'ink' },
  'to-follow': { shape: 'follow', colour: 'ink' },
  late: { shape: 'late', colour: 'amber' },
  updated: { shape: 'updated', colour: 'blue' },
  exempt: { shape: 'lock', colour: 'ink' },
};

/** One symbol of the sprite, silent. */
export function symbolUse(shape: string): Html {
  return html`<svg class="sym" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <use href="#i-${shape}" />
  </svg>`;
}

/**
 * Symbol and word; `heard` is false where the word says what the symbol says. A movement has the colour of its word: the
 * arrow says where the number went, the word whether that is good.
 */
export function statusOf(mark: Mark, word: Part, heard = true, plain = ''): Html {
  const symbol = symbols[mark];
  const tone = mark === 'up' || mark === 'down' ? toneOfMovement(plain) : undefined;
  return html`<span class="status status--${tone === undefined ? symbol.colour : symbols[tone].colour}"
    >${symbolUse(symbol.shape)}<span>${word}</span>${heard && symbol.spoken !== undefined && html`<span class="vh">, ${symbol.spoken}</span>`}</span
  >`;
}
