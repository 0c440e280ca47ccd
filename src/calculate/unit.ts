/** Units of figures: money in pounds, thousands or millions, percentages, posts, and words such as "days". */

/** One unit. Values are interned by {@link parseUnit}: the same unit is the same object. */
export interface Unit {
  readonly family: 'money' | 'percent' | 'fte' | 'other';
  /** As CSV and JSON have it: `£m`, `%`, `FTE`. */
  readonly name: string;
  /** Currency sign of money; else empty. */
  readonly symbol: string;
  /** The figure times ten to this power is the amount: 6 for £m, -2 for %. */
  readonly power: number;
  /** Printed directly after a figure that stands alone: `m`, `%`, ` FTE`. */
  readonly suffix: string;
  /** As the line under a caption has it: "£ million". */
  readonly words: string;
  /** As a screen reader should say it after the figure: " million". */
  readonly spoken: string;
}

const scales: readonly {
  readonly pattern: RegExp;
  readonly power: number;
  readonly suffix: string;
  readonly name: string;
  readonly words: string;
}[] = [
  { pattern: /^(?:m|million|mn)$/i, power: 6, suffix: 'm', name: 'm', words: ' million' },
  { pattern: /^(?:bn|billion)$/i, power: 9, suffix: 'bn', name: 'bn', words: ' billion' },
  { pattern: /^(?:000|000s|000['’]s|k|thousand)$/i, power: 3, suffix: 'k', name: '000', words: ' thousand' },
  { pattern: /^$/, power: 0, suffix: '', name: '', words: '' },
];

/** Each unit once by its name, so that units are compared as objects. What a name means never changes: it cannot show. */
const units = new Map<string, Unit>();

function intern(unit: Unit): Unit {
  const known = units.get(unit.name);
  if (known !== undefined) return known;
  units.set(unit.name, unit);
  return unit;
}

export const percent: Unit = intern({
  family: 'percent',
  name: '%',
  symbol: '',
  power: -2,
  suffix: '%',
  words: '%',
  spoken: ' per cent',
});
export const points: Unit = intern({
  family: 'percent',
  name: 'pp',
  symbol: '',
  power: -2,
  suffix: 'pp',
  words: 'Percentage points',
  spoken: ' percentage points',
});
export const fte: Unit = intern({
  family: 'fte',
  name: 'FTE',
  symbol: '',
  power: 0,
  suffix: ' FTE',
  words: 'Full-time equivalents (FTE)',
  spoken: ' full-time equivalents',
});

/** Reads `£m`, `£000`, `£`, `%`, `pp`, `FTE` or any other word as a unit; empty text is none. */
export function parseUnit(text: string): Unit | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const money = /^([£€$])\s*(.*)$/u.exec(trimmed);
  if (money !== null) {
    const [, symbol = '£', rest = ''] = money;
    const found = scales.find((s) => s.pattern.test(rest));
    if (found !== undefined) {
      return intern({
        family: 'money',
        name: symbol + found.name,
        symbol,
        power: found.power,
        suffix: found.suffix,
        words: symbol + found.words,
        spoken: found.words,
      });
    }
  }
  if (trimmed === '%' || /^per ?cent$/i.test(trimmed)) return percent;
  if (/^(?:pp|percentage points?)$/i.test(trimmed)) return points;
  if (/^fte$/i.test(trimmed)) return fte;
  return intern({
    family: 'other',
    name: trimmed,
    symbol: '',
    power: 0,
    suffix: ` ${trimmed}`,
    words: trimmed,
    spoken: ` ${trimmed}`,
  });
}

/** Whether figures of the two units can be added: pounds with millions, never pounds with posts. */
export function compatible(a: Unit, b: Unit): boolean {
  if (a === b) return true;
  if (a.family !== b.family) return false;
  switch (a.family) {
    case 'money':
      return a.symbol === b.symbol;
    case 'percent':
    case 'fte':
      return true;
    case 'other':
      return a.name.toLowerCase() === b.name.toLowerCase();
  }
}
