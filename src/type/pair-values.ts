/**
 * Reads the values of pairs from the bytes of a font's pair tables (OpenType, GPOS lookup type 2).
 *
 * fontkit decodes each record into objects of its own, thousands for the kerning of a page; here a value is two bytes at a
 * place that is reckoned. Where a list does not say where its bytes are, fontkit is asked.
 */
import type { LazyList, PairSet, PairValue, Subtable, ValueFormat } from './font-tables.js';

/** Bytes of a value: two for each thing it says. */
function bytesOf(format: ValueFormat | undefined): number {
  return format === undefined ? 0 : Object.values(format).filter(Boolean).length * 2;
}

/** Where the advance stands in a value; undefined where the format has none. */
function advanceIn(format: ValueFormat | undefined): number | undefined {
  if (format?.xAdvance !== true) return undefined;
  return (format.xPlacement === true ? 2 : 0) + (format.yPlacement === true ? 2 : 0);
}

/** The advance that two classes of glyphs add, in font units. */
export function classAdvances(
  records: LazyList<LazyList<PairValue>>,
  { valueFormat1, valueFormat2, class2Count }: Subtable,
): (first: number, second: number) => number {
  const { stream, base } = records;
  if (stream === undefined || base === undefined || class2Count === undefined)
    return (first, second) => records.get(first).get(second).value1?.xAdvance ?? 0;
  const at = advanceIn(valueFormat1);
  if (at === undefined) return () => 0;
  const size = bytesOf(valueFormat1) + bytesOf(valueFormat2);
  return (first, second) => stream.view.getInt16(base + (first * class2Count + second) * size + at);
}

/** The advances of the pairs that begin with a covered glyph, by their second glyph, in font units. */
export function setAdvances(
  sets: LazyList<PairSet>,
  { valueFormat1, valueFormat2 }: Subtable,
): (place: number) => ReadonlyMap<number, number> {
  const { stream, base, ctx } = sets;
  const table = ctx?._startOffset;
  if (stream === undefined || base === undefined || table === undefined)
    return (place) =>
      new Map(Array.from(sets.get(place), ({ secondGlyph, value1 }) => [secondGlyph, value1?.xAdvance ?? 0]));
  const at = advanceIn(valueFormat1);
  const size = 2 + bytesOf(valueFormat1) + bytesOf(valueFormat2);
  return (place) => {
    const { view } = stream;
    const start = table + view.getUint16(base + place * 2);
    const advances = new Map<number, number>();
    for (let i = 0, from = start + 2; i < view.getUint16(start); i++, from += size)
      advances.set(view.getUint16(from), at === undefined ? 0 : view.getInt16(from + 2 + at));
    return advances;
  };
}
