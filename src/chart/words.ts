/** Words in drawings: wrapping, thinning, and figures of a value axis. */
import type { TextMeasure } from '../model/measure.js';

/**
 * Breaks text into lines no wider than `width`, at spaces, then inside a word that is wider by itself.
 *
 * At least one character goes on a line, however narrow.
 */
export function wrap(
  text: string,
  width: number,
  size: number,
  weight: 400 | 600,
  measure: TextMeasure,
): readonly string[] {
  const fits = (line: string): boolean => measure.width(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = splitWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

function splitWord(word: string, fits: (line: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  // By character, not by code unit: a surrogate pair is never parted.
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces;
}

/** True when each word of the text fits the width, so that wrapping breaks none. */
export function wordsFit(
  text: string,
  width: number,
  size: number,
  weight: 400 | 600,
  measure: TextMeasure,
): boolean {
  return text.split(/[ \n]+/).every((word) => measure.width(word, size, weight) <= width);
}

/** Width of the widest text. */
export function widest(
  texts: readonly string[],
  size: number,
  weight: 400 | 600,
  measure: TextMeasure,
): number {
  return texts.reduce((most, text) => Math.max(most, measure.width(text, size, weight)), 0);
}

/** A figure on a value axis: thousands commas, a true minus sign, as many decimals as the step needs. */
export function axisFigure(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(Math.min(Math.max(decimals, 0), 10));
  const [whole = '0', fraction] = fixed.split('.');
  // Past 1e21 toFixed writes an exponent, which takes no commas.
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(fixed) ? `\u2212${text}` : text;
}

/** Decimals that a step of an axis needs: 0.25 needs 2, 5 needs none. */
export function stepDecimals(step: number): number {
  for (let decimals = 0; decimals < 10; decimals++) {
    if (Math.abs(step - Number(step.toFixed(decimals))) <= Math.abs(step) * 1e-6) return decimals;
  }
  return 10;
}
