/** Markers of list items, `-`, `1.`, `(a)`, `iv)`: how they are told apart and counted. */
import type { ListMarker } from '../../model/block.js';

export type OrderedStyle = Exclude<ListMarker['style'], 'bullet'>;
export type Delimiter = 'period' | 'paren' | 'parens';

/** A marker as typed at the start of a line. */
export type TypedMarker =
  | { readonly kind: 'bullet'; readonly sign: string; readonly length: number }
  | {
      readonly kind: 'ordered';
      readonly delimiter: Delimiter;
      /** What stands between the delimiters: `1`, `a`, `iv`. */
      readonly label: string;
      readonly length: number;
    };

const ordered =
  /^(?:\((\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)\)|(\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)([.)]))(?=[ \t]|$)/;

/** The marker at the start of a line's text, or undefined. */
export function typedMarker(text: string): TypedMarker | undefined {
  if (/^[-+*](?=[ \t]|$)/.test(text)) return { kind: 'bullet', sign: text.charAt(0), length: 1 };
  const m = ordered.exec(text);
  if (m === null) return undefined;
  const label = m[1] ?? m[2] ?? '';
  if (label.length > 1 && /[A-Za-z]/.test(label) && roman(label) === undefined) return undefined;
  const delimiter = m[1] !== undefined ? 'parens' : m[3] === '.' ? 'period' : 'paren';
  return { kind: 'ordered', delimiter, label, length: m[0].length };
}

/** The number a label has in a style, or undefined when it is not of that style. */
export function numberIn(style: OrderedStyle, label: string): number | undefined {
  switch (style) {
    case 'decimal':
      return /^\d+$/.test(label) ? Number(label) : undefined;
    case 'lower-alpha':
      return /^[a-z]$/.test(label) ? label.charCodeAt(0) - 96 : undefined;
    case 'upper-alpha':
      return /^[A-Z]$/.test(label) ? label.charCodeAt(0) - 64 : undefined;
    case 'lower-roman':
      return label === label.toLowerCase() ? roman(label) : undefined;
    case 'upper-roman':
      return label === label.toUpperCase() ? roman(label) : undefined;
  }
}

/** The styles a label may have, the likeliest first: a single letter is a letter, but `i` is a Roman one. */
export function stylesOf(label: string): readonly OrderedStyle[] {
  if (/^\d/.test(label)) return ['decimal'];
  const lower = label === label.toLowerCase();
  const alpha: OrderedStyle = lower ? 'lower-alpha' : 'upper-alpha';
  const romans: OrderedStyle = lower ? 'lower-roman' : 'upper-roman';
  if (label.length > 1) return [romans];
  if (roman(label) === undefined) return [alpha];
  return /^i$/i.test(label) ? [romans, alpha] : [alpha, romans];
}

const digits: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** The value of a Roman number in its usual spelling, or undefined. */
function roman(label: string): number | undefined {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(label)) return undefined;
  let rest = label.toLowerCase();
  let value = 0;
  for (const [digit, worth] of digits) {
    while (rest.startsWith(digit)) {
      value += worth;
      rest = rest.slice(digit.length);
    }
  }
  return value === 0 ? undefined : value;
}

/** A number as its marker is typed: `(c)`, `iv.`. */
export function markerText(style: OrderedStyle, delimiter: Delimiter, value: number): string {
  const label = labelOf(style, value);
  switch (delimiter) {
    case 'period':
      return `${label}.`;
    case 'paren':
      return `${label})`;
    case 'parens':
      return `(${label})`;
  }
}

function labelOf(style: OrderedStyle, value: number): string {
  switch (style) {
    case 'decimal':
      return value.toString();
    case 'lower-alpha':
    case 'upper-alpha': {
      const letter = String.fromCharCode(96 + ((value - 1) % 26) + 1).repeat(
        Math.floor((value - 1) / 26) + 1,
      );
      return style === 'lower-alpha' ? letter : letter.toUpperCase();
    }
    case 'lower-roman':
    case 'upper-roman': {
      let rest = value;
      let text = '';
      for (const [digit, worth] of digits) {
        while (rest >= worth) {
          text += digit;
          rest -= worth;
        }
      }
      return style === 'lower-roman' ? text : text.toUpperCase();
    }
  }
}
