/** Content streams as operators with their operands. */

/** An operand: a number, a name with its slash, a string as bytes, or an array or dictionary of operands. */
export type Operand =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'string'; readonly bytes: readonly number[] }
  | { readonly kind: 'array'; readonly items: readonly Operand[] }
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Operand> };

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/** Reads a stream from end to end. Inline images come as one `BI` operation. Throws where the syntax is broken. */
export function readOperations(bytes: Uint8Array): readonly Operation[] {
  const reader = new Reader(bytes);
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined) break;
    if (typeof token !== 'string') {
      operands.push(token);
      continue;
    }
    if (token === 'BI') reader.skipInlineImage();
    operations.push({ operator: token, operands });
    operands = [];
  }
  return operations;
}

const whitespace: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32]);
const delimiters: ReadonlySet<number> = new Set(Array.from('()<>[]{}/%', (c) => c.charCodeAt(0)));

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** An operand, an operator as a string, or undefined at the end. */
  next(): Operand | string | undefined {
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === undefined) return undefined;
    const char = String.fromCharCode(byte);
    if (char === '(') return { kind: 'string', bytes: this.literal() };
    if (char === '[') return this.array();
    if (char === '<')
      return this.bytes[this.at + 1] === 0x3c ? this.dict() : { kind: 'string', bytes: this.hex() };
    if (char === '/') return { kind: 'name', value: this.word() };
    const word = this.word();
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'number', value: Number(word) };
    if (word === '') throw new Error(`unexpected ${char} in a content stream`);
    return word;
  }

  skipInlineImage(): void {
    for (; this.at < this.bytes.length; this.at++) {
      const [a, b, c, d] = [0, 1, 2, 3].map((offset) => this.bytes[this.at + offset]);
      const ends = d === undefined || whitespace.has(d);
      if (a !== undefined && whitespace.has(a) && b === 0x45 && c === 0x49 && ends) {
        this.at += 3;
        return;
      }
    }
  }

  private skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25)
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
          this.at++;
      else if (!whitespace.has(byte)) return;
      else this.at++;
    }
  }

  private word(): string {
    let word = '';
    if (this.bytes[this.at] === 0x2f) {
      word = '/';
      this.at++;
    }
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined || whitespace.has(byte) || delimiters.has(byte)) return word;
      word += String.fromCharCode(byte);
      this.at++;
    }
  }

  private array(): Operand {
    this.at++;
    const items: Operand[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) {
        this.at++;
        return { kind: 'array', items };
      }
      const item = this.next();
      if (item === undefined) throw new Error('an array in a content stream does not end');
      if (typeof item !== 'string') items.push(item);
    }
  }

  private dict(): Operand {
    this.at += 2;
    const entries = new Map<string, Operand>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e) {
        this.at += 2;
        return { kind: 'dict', entries };
      }
      const key = this.next();
      const value = this.next();
      if (key === undefined || value === undefined)
        throw new Error('a dictionary in a content stream does not end');
      if (typeof key !== 'string' && key.kind === 'name' && typeof value !== 'string')
        entries.set(key.value.slice(1), value);
    }
  }

  private hex(): number[] {
    this.at++;
    let digits = '';
    for (; this.at < this.bytes.length && this.bytes[this.at] !== 0x3e; this.at++) {
      const byte = this.bytes[this.at] ?? 0;
      if (!whitespace.has(byte)) digits += String.fromCharCode(byte);
    }
    this.at++;
    if (digits.length % 2 === 1) digits += '0';
    return Array.from({ length: digits.length / 2 }, (_, i) =>
      Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16),
    );
  }

  private literal(): number[] {
    this.at++;
    const out: number[] = [];
    for (let depth = 1; ; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Error('a string in a content stream does not end');
      if (byte === 0x5c) {
        this.escape(out);
        continue;
      }
      if (byte === 0x28) depth++;
      if (byte === 0x29 && --depth === 0) {
        this.at++;
        return out;
      }
      // A line end of any kind in a string is one line feed.
      if (byte === 13) {
        if (this.bytes[this.at + 1] === 10) this.at++;
        out.push(10);
      } else out.push(byte);
    }
  }

  /** Reads an escape; leaves the place on its last byte. */
  private escape(out: number[]): void {
    this.at++;
    const char = String.fromCharCode(this.bytes[this.at] ?? 0);
    const simple = { n: 10, r: 13, t: 9, b: 8, f: 12 }[char];
    if (simple !== undefined) out.push(simple);
    else if (/[0-7]/.test(char)) {
      let digits = char;
      while (digits.length < 3 && /[0-7]/.test(String.fromCharCode(this.bytes[this.at + 1] ?? 0))) {
        this.at++;
        digits += String.fromCharCode(this.bytes[this.at] ?? 0);
      }
      out.push(Number.parseInt(digits, 8) & 0xff);
    } else if (char === '\r') {
      if (this.bytes[this.at + 1] === 10) this.at++;
    } else if (char !== '\n') out.push(char.charCodeAt(0));
  }
}
