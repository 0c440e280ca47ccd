/** Reads PNG files as a PDF embeds them; PDFKit decodes transparency only some time after the document has ended. */
import { inflateSync } from 'node:zlib';

/** A PNG as colour samples and, where it has transparency, alpha samples; rows from the top, no filters. */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colours: 1 | 3;
  /** Red, green, blue for each index, where the samples are indexes. */
  readonly palette: Uint8Array | undefined;
  readonly samples: Uint8Array;
  /** One byte for each pixel. */
  readonly alpha: Uint8Array | undefined;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly type: number;
  readonly interlaced: boolean;
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** True for bytes that begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte);
}

/** Decodes a PNG; undefined for a damaged one. */
export function readPng(bytes: Uint8Array): PngImage | undefined {
  if (!isPng(bytes)) return undefined;
  try {
    return decode(bytes);
  } catch {
    // A short file or a broken stream: the reader of images reports it before anything is painted.
    return undefined;
  }
}

function decode(bytes: Uint8Array): PngImage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let header: Header | undefined;
  let palette: Uint8Array | undefined;
  let transparency: Uint8Array | undefined;
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = readHeader(new DataView(body.buffer, body.byteOffset, body.byteLength));
    else if (name === 'PLTE') palette = body;
    else if (name === 'tRNS') transparency = body;
    else if (name === 'IDAT') data.push(body);
    else if (name === 'IEND') break;
    at += 12 + length;
  }
  const channels = header && channelsOf[header.type];
  if (!header || channels === undefined || header.width === 0 || header.height === 0) return undefined;
  const raw = inflateSync(Buffer.concat(data));
  const rows = header.interlaced
    ? interlaced(raw, header, channels)
    : unfilter(raw, header.width, header.height, header.bits, channels).rows;
  return separate(rows, header, palette, transparency);
}

function readHeader(view: DataView): Header {
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bits: view.getUint8(8),
    type: view.getUint8(9),
    interlaced: view.getUint8(12) === 1,
  };
}

/** Undoes the filters of the rows (PNG, 9.2). */
function unfilter(
  raw: Uint8Array,
  width: number,
  height: number,
  bits: number,
  channels: number,
  from = 0,
): { readonly rows: Uint8Array; readonly next: number } {
  const step = Math.max(1, (bits * channels) >> 3);
  const length = Math.ceil((width * bits * channels) / 8);
  if (raw.length < from + height * (length + 1)) throw new RangeError('the image data end too early');
  const rows = new Uint8Array(length * height);
  let at = from;
  for (let y = 0; y < height; y++) {
    const filter = raw[at++] ?? 0;
    const row = y * length;
    for (let x = 0; x < length; x++) {
      const left = x >= step ? (rows[row + x - step] ?? 0) : 0;
      const up = y > 0 ? (rows[row - length + x] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (rows[row - length + x - step] ?? 0) : 0;
      rows[row + x] = (raw[at++] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return { rows, next: at };
}

function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const a = Math.abs(up - corner);
      const b = Math.abs(left - corner);
      const c = Math.abs(left + up - 2 * corner);
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}

/** The seven passes of Adam7: first column, first row, column step, row step. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function interlaced(raw: Uint8Array, header: Header, channels: number): Uint8Array {
  const { width, height, bits } = header;
  const depth = bits * channels;
  const length = Math.ceil((width * depth) / 8);
  const whole = new Uint8Array(length * height);
  let from = 0;
  for (const [x0, y0, dx, dy] of passes) {
    const columns = Math.ceil((width - x0) / dx);
    const lines = Math.ceil((height - y0) / dy);
    if (columns <= 0 || lines <= 0) continue;
    const { rows, next } = unfilter(raw, columns, lines, bits, channels, from);
    from = next;
    const own = Math.ceil((columns * depth) / 8);
    for (let y = 0; y < lines; y++)
      for (let x = 0; x < columns; x++)
        copyBits(
          rows,
          y * own * 8 + x * depth,
          whole,
          (y0 + y * dy) * length * 8 + (x0 + x * dx) * depth,
          depth,
        );
  }
  return whole;
}

function copyBits(source: Uint8Array, from: number, target: Uint8Array, to: number, count: number): void {
  if (count % 8 === 0) {
    for (let i = 0; i < count / 8; i++) target[to / 8 + i] = source[from / 8 + i] ?? 0;
    return;
  }
  for (let i = 0; i < count; i++) {
    const bit = ((source[(from + i) >> 3] ?? 0) >> (7 - ((from + i) & 7))) & 1;
    const at = (to + i) >> 3;
    target[at] = (target[at] ?? 0) | (bit << (7 - ((to + i) & 7)));
  }
}

/** Divides colour from alpha, and makes alpha of a transparent colour or palette. */
function separate(
  rows: Uint8Array,
  header: Header,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): PngImage {
  const { width, height, bits, type } = header;
  const colours = type === 2 || type === 6 ? 3 : 1;
  const base = { width, height, bits, colours, palette: type === 3 ? palette : undefined } as const;
  if (type === 4 || type === 6) {
    const size = bits >> 3;
    const samples = new Uint8Array(width * height * colours * size);
    const alpha = new Uint8Array(width * height);
    const stride = (colours + 1) * size;
    for (let pixel = 0; pixel < width * height; pixel++) {
      samples.set(rows.subarray(pixel * stride, pixel * stride + colours * size), pixel * colours * size);
      alpha[pixel] = rows[pixel * stride + colours * size] ?? 255;
    }
    return { ...base, samples, alpha };
  }
  if (!transparency) return { ...base, samples: rows, alpha: undefined };
  const length = Math.ceil((width * bits * colours) / 8);
  const clear = Array.from(
    { length: colours },
    (_, i) => ((transparency[i * 2] ?? 0) << 8) | (transparency[i * 2 + 1] ?? 0),
  );
  const alpha = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sample = (channel: number) => sampleAt(rows, y * length, x * colours + channel, bits);
      const isClear = type !== 3 && clear.every((value, channel) => sample(channel) === value);
      alpha[y * width + x] = type === 3 ? (transparency[sample(0)] ?? 255) : isClear ? 0 : 255;
    }
  }
  return { ...base, samples: rows, alpha };
}

function sampleAt(rows: Uint8Array, row: number, index: number, bits: number): number {
  if (bits === 16) return ((rows[row + index * 2] ?? 0) << 8) | (rows[row + index * 2 + 1] ?? 0);
  const bit = index * bits;
  return ((rows[row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}
