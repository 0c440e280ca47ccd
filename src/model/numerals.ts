/** Roman numerals, for lists and for the labels of front pages. */

const signs = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** `1` as `i`, `4` as `iv`, up to 3999; other numbers in figures. */
export function romanNumeral(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let text = '';
  let rest = value;
  for (const [worth, sign] of signs) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}
