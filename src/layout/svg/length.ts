/** Lengths and lists of numbers in a drawing, in its own units. */

const pixels: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
};

const pattern = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$/i;

/** What relative lengths are parts of. */
export interface LengthBase {
  /** What 100 % is. */
  readonly whole: number;
  readonly fontSize: number;
}

/** Reads a length; undefined where there is none or it cannot be read. */
export function readLength(text: string | undefined, base: LengthBase): number | undefined {
  const found = pattern.exec(text?.trim() ?? '');
  if (!found) return undefined;
  const value = Number(found[1]);
  if (!Number.isFinite(value)) return undefined;
  const unit = (found[2] ?? '').toLowerCase();
  switch (unit) {
    case '%':
      return (value / 100) * base.whole;
    case 'em':
    case 'rem':
      return value * (unit === 'em' ? base.fontSize : 16);
    case 'ex':
    case 'ch':
      return (value * base.fontSize) / 2;
    default: {
      const size = pixels[unit];
      return size === undefined ? undefined : value * size;
    }
  }
}

/** Reads lengths that spaces or commas part; undefined where one cannot be read. */
export function readLengths(text: string | undefined, base: LengthBase): readonly number[] | undefined {
  const words = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const lengths = words.map((word) => readLength(word, base));
  return lengths.some((length) => length === undefined) ? undefined : (lengths as readonly number[]);
}

/** Reads numbers as `viewBox` and `points` have them; undefined where something else stands among them. */
export function readNumbers(text: string | undefined): readonly number[] | undefined {
  const parts = text?.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[^\s,]/gi) ?? [];
  const numbers = parts.map(Number);
  return numbers.some((value) => !Number.isFinite(value)) ? undefined : numbers;
}
