/** Figures pasted from a PDF or a scan with letters for digits: `70.85 I`, `1O.5`, `l2`. */
import { readFigure } from '../figure.js';

const letters: Readonly<Record<string, string>> = {
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  O: '0',
  o: '0',
  S: '5',
  B: '8',
};

/** Other ways of writing figures, each with the one that is read here. */
const customs: readonly ((text: string) => string)[] = [
  // Swiss: 1’234.50.
  (text) => text.replace(/(?<=\d)['’](?=\d{3})/g, ','),
  // German and French: 1.234,50.
  (text) =>
    text.replace(
      /^([^\d]*)(\d{1,3}(?:\.\d{3})+),(\d+)/,
      (_, sign: string, whole: string, part: string) => `${sign}${whole.replaceAll('.', ',')}.${part}`,
    ),
  // Ledgers: 5- for a minus.
  (text) => text.replace(/^(£?)([\d.,]+)\s*[-−–]$/, '-$1$2'),
  (text) => text.replace(/^-\s*\((.*)\)$/, '-$1'),
  (text) => text.replace(/^\(([^()]*)$/, '($1)').replace(/^([^()]*)\)$/, '($1)'),
  (text) => text.replace(/(\d)\.$/, '$1'),
  (text) => text.replace(/^(£.*)p$/, '$1'),
];

/**
 * The figure that was most likely meant, as it would be typed; undefined where the text is no such figure.
 *
 * At least half of its characters must be digits already, so that words are left alone.
 */
export function likelyFigure(text: string): string | undefined {
  const digits = text.replace(/\D/g, '').length;
  const signs = text.replace(/[\s.,()£%+\-−–—]/g, '').length;
  if (digits === 0 || digits * 2 < signs || text.length > 20) return undefined;
  const mended = text.replace(/[IliOoSB|]/g, (letter) => letters[letter] ?? letter);
  const pointLost = /^\s*\d+ \d\s*%\s*$/.test(text) ? text.replace(/(\d) (\d)/, '$1.$2') : undefined;
  if (pointLost !== undefined) return pointLost.trim();
  const closed = mended.replace(/(?<=[\d.,])\s+(?=[\d.,)])/g, '').replace(/\s*([.,])\s*/g, '$1');
  const tried = [closed, closed.replace(/\/+$/, ''), closed.replace(/^([^,]*),(?=\d{1,2}\)?$)/, '$1.')];
  const others = customs.map((custom) => custom(text));
  return [...tried, ...others].find((candidate) => candidate !== text && readFigure(candidate) !== undefined);
}
