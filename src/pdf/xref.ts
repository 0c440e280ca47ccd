/** The cross-reference stream (PDF 1.7, 7.5.8): where each object is, in rows that compress to almost nothing. */
import { deflateSync } from 'node:zlib';

/** A finished stream with the entries of its dictionary that belong to the table. */
export interface CrossReferences {
  readonly dictionary: string;
  readonly bytes: Uint8Array;
}

/** Kind, four bytes of offset or object stream, one byte of index. */
const widths = [1, 4, 1] as const;
const columns = 6;

/**
 * The table of a file. `offsets` hold the place of object n at n - 1; `streams` and `indexes` hold, at n, the object
 * stream that object n is in, 0 for none, and its place there.
 */
export function crossReferences(
  offsets: readonly (number | null)[],
  streams: readonly number[],
  indexes: readonly number[],
): CrossReferences {
  const size = offsets.length + 1;
  // Each row is written as its difference from the one above: neighbours differ by an index (PNG's "up").
  const rows = new Uint8Array(size * (columns + 1));
  const above = new Uint8Array(columns);
  for (let n = 0; n < size; n++) {
    const stream = streams[n] ?? 0;
    const kind = n === 0 ? 0 : stream > 0 ? 2 : 1;
    const place = n === 0 ? 0 : stream > 0 ? stream : (offsets[n - 1] ?? 0);
    const index = stream > 0 ? (indexes[n] ?? 0) : 0;
    const at = n * (columns + 1);
    rows[at] = 2;
    for (let column = 0; column < columns; column++) {
      const value =
        column === 0 ? kind : column === columns - 1 ? index : (place >>> ((4 - column) * 8)) & 0xff;
      rows[at + 1 + column] = value - (above[column] ?? 0);
      above[column] = value;
    }
  }
  return {
    dictionary:
      `/Type /XRef /Size ${size} /W [${widths.join(' ')}] ` +
      `/DecodeParms << /Predictor 12 /Columns ${columns} >> /Filter /FlateDecode`,
    bytes: deflateSync(rows),
  };
}
