/** Bytes of a PDF in the making: one buffer that grows, with numbers and strings written straight into it. */

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const backslash = 0x5c;

/** For each byte that a literal string may not hold as it is: what stands after the backslash (PDF 1.7, 7.3.4.2). */
const escapes = new Uint8Array(256);
for (const [code, letter] of [
  [0x28, '('],
  [0x29, ')'],
  [0x5c, '\\'],
  [0x0d, 'r'],
  [0x0a, 'n'],
  [0x09, 't'],
  [0x08, 'b'],
  [0x0c, 'f'],
] as const)
  escapes[code] = letter.charCodeAt(0);

/** A buffer that grows. One is used for many streams: `reset` keeps its room. */
export class ByteWriter {
  /** How many bytes have been written. */
  length = 0;
  private bytes: Uint8Array;

  constructor(room = 1 << 14) {
    this.bytes = new Uint8Array(room);
  }

  /** Forgets everything. */
  reset(): void {
    this.length = 0;
  }

  /** What has been written, until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** What has been written, to be kept. */
  copy(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.length++] = value;
  }

  /** Characters below 256, one byte each. */
  ascii(text: string): void {
    const { length } = text;
    this.room(length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < length; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Other bytes as they are. */
  raw(other: Uint8Array): void {
    this.room(other.length);
    this.bytes.set(other, this.length);
    this.length += other.length;
  }

  /** A whole number. */
  integer(value: number): void {
    this.room(20);
    let rest = value;
    if (rest < 0) {
      this.bytes[this.length++] = minus;
      rest = -rest;
    }
    this.digits(rest);
  }

  /** A number with at most three decimals, never in exponent form: a thousandth of a point is below any device. */
  number(value: number): void {
    this.thousandths(Math.round(value * 1000));
  }

  /** A number that is given in whole thousandths. */
  thousandths(value: number): void {
    // Greater ones would lose their last digits, and are no coordinates.
    if (!(Math.abs(value) < 1e15)) throw new Error(`not a coordinate: ${String(value / 1000)}`);
    let rest = value;
    this.room(24);
    if (rest < 0) {
      this.bytes[this.length++] = minus;
      rest = -rest;
    }
    const whole = Math.floor(rest / 1000);
    this.digits(whole);
    const part = rest - whole * 1000;
    if (part === 0) return;
    const { bytes } = this;
    bytes[this.length++] = point;
    const first = (part / 100) | 0;
    const second = ((part / 10) | 0) % 10;
    const third = part % 10;
    bytes[this.length++] = zero + first;
    if (second === 0 && third === 0) return;
    bytes[this.length++] = zero + second;
    if (third !== 0) bytes[this.length++] = zero + third;
  }

  /** A byte within a literal string. */
  inString(value: number): void {
    this.room(2);
    const letter = escapes[value] ?? 0;
    if (letter === 0) this.bytes[this.length++] = value;
    else {
      this.bytes[this.length++] = backslash;
      this.bytes[this.length++] = letter;
    }
  }

  /** A text string with its brackets: ASCII, or UTF-16 with its mark (PDF 1.7, 7.9.2.2). */
  text(value: string): void {
    this.byte(0x28);
    if (isAscii(value)) for (let i = 0; i < value.length; i++) this.inString(value.charCodeAt(i));
    else {
      this.byte(0xfe);
      this.byte(0xff);
      for (let i = 0; i < value.length; i++) {
        const code = value.charCodeAt(i);
        this.inString(code >> 8);
        this.inString(code & 0xff);
      }
    }
    this.byte(0x29);
  }

  /** `12 0 R`, with a space before it. */
  reference(id: number): void {
    this.byte(0x20);
    this.integer(id);
    this.ascii(' 0 R');
  }

  private digits(value: number): void {
    const { bytes } = this;
    if (value < 10) {
      bytes[this.length++] = zero + value;
      return;
    }
    let end = this.length + 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end++;
    this.length = end;
    for (let rest = value; end > 0 && rest > 0;) {
      const next = Math.floor(rest / 10);
      bytes[--end] = zero + (rest - next * 10);
      rest = next;
    }
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.view());
    this.bytes = grown;
  }
}

function isAscii(value: string): boolean {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) > 0x7f) return false;
  return true;
}
