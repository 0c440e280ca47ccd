/** From bytes to text: UTF-8 only, with words for whoever saved a file as something else. */
import { isUtf8 } from 'node:buffer';
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileSpan } from './span.js';
import type { SourceText } from './text.js';

/** A decoded file. After a fault `source` still has what could be read, so that the place can be shown. */
export interface Decoded {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

const saveAsUtf8 =
  'In Notepad choose Save as and the encoding UTF-8; in Word choose Save as, Plain text, Other encoding, Unicode (UTF-8).';

/** Decodes the bytes of a text file; a byte order mark is taken off. Offsets count in the text that comes out. */
export function decodeText(bytes: Uint8Array, path: string): Decoded {
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) return fault(path, '', 0, foreign.message, foreign.hint);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const content = bytes.subarray(start);
  const bad = isUtf8(content) ? undefined : firstInvalid(content);
  if (bad === undefined) {
    const text = decode(content);
    const nul = text.indexOf('\0');
    if (nul === -1) return { source: { path, text }, diagnostics: unprintable(path, text) };
    return fault(
      path,
      text,
      nul,
      'this file has a null character in it, so it is not a text file',
      'Save it again as plain text in UTF-8.',
    );
  }
  const before = decode(content.subarray(0, bad));
  const after = fromWindows(content.subarray(bad));
  const character = fromWindows(content.subarray(bad, bad + 1));
  const hex = (content[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const shown = /[\u0080-\u009f]/.test(character)
    ? ''
    : `: it stands for ${character} in older Windows programs`;
  const message = `the byte ${hex} is not UTF-8 text${shown}`;
  return fault(path, before + after, before.length, message, saveAsUtf8);
}

/** Characters that HTML, XML and PDF cannot hold; the first of each line is enough. */
const control = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\r(?!\n)/gu;

/** The same without categories of Unicode, which cost ten times as much; it is tried on every file. */
const anyControl = /[^\t\n\r -~\u00a0-\ufffd]|\r(?!\n)/;

function unprintable(path: string, text: string): readonly Diagnostic[] {
  if (!anyControl.test(text)) return [];
  const faults: Diagnostic[] = [];
  let line = -1;
  for (const { 0: character, index } of text.matchAll(control)) {
    const begins = character === '\r' ? 0 : text.lastIndexOf('\n', index) + 1;
    if (begins <= line) continue;
    line = begins;
    const { message, hint } = wordsForControl(character);
    faults.push(
      error('text-is-visible', { file: path, start: index, end: index + 1 }, message, {
        hint,
      }),
    );
  }
  return faults;
}

function wordsForControl(character: string): { readonly message: string; readonly hint: string } {
  switch (character) {
    case '\r':
      return {
        message: 'a line of this file ends as on the first Macs, which other programs take for no end at all',
        hint: 'Save the file again as plain text with the line ends of Windows or Unix.',
      };
    case '\u000b':
      return {
        message: 'here is a line break of Word, which is no line break in a text file',
        hint: 'Delete it and press Enter; for a new line within a paragraph, end the line before with a backslash.',
      };
    case '\u000c':
      return {
        message: 'here is a page break of Word, which does nothing in a text file',
        hint: 'Delete it: place the cursor after it and press Backspace.',
      };
    default: {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return {
        message: `here is a character that cannot be seen or printed (U+${code})`,
        hint: 'Delete it: place the cursor after it and press Backspace, or type the line anew. Text copied from a PDF often has such characters.',
      };
    }
  }
}

function fault(path: string, text: string, offset: number, message: string, hint: string): Decoded {
  const span = text === '' ? fileSpan(path) : { file: path, start: offset, end: offset + 1 };
  return { source: { path, text }, diagnostics: [error('file-is-utf-8', span, message, { hint })] };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Bytes 80 to 9F of Windows-1252; Node's own decoder reads them as control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte >= 0x80 && byte < 0xa0 ? windows1252.charAt(byte - 0x80) : String.fromCharCode(byte);
  }
  return text;
}

/** Files that are no text at all, known by their first bytes. */
function foreignFormat(bytes: Uint8Array): { readonly message: string; readonly hint: string } | undefined {
  const begins = (...signature: readonly number[]): boolean => signature.every((b, i) => bytes[i] === b);
  if (begins(0x50, 0x4b, 0x03, 0x04)) {
    return {
      message: 'this is a Word, Excel or zip file that was given another name, not a text file',
      hint: 'Open it in Word, copy the text into a new plain text file and save that as UTF-8.',
    };
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    return {
      message: 'this is an old Word or Excel file that was given another name, not a text file',
      hint: 'Open it in Word, copy the text into a new plain text file and save that as UTF-8.',
    };
  }
  if (begins(0x25, 0x50, 0x44, 0x46)) {
    return {
      message: 'this is a PDF that was given another name, not a text file',
      hint: 'Give it a name that ends in .pdf and put its particulars in a .pdf.yaml file beside it.',
    };
  }
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66)) {
    return {
      message: 'this is a rich text (RTF) file that was given another name, not a text file',
      hint: 'Open it in Word and save it as plain text in UTF-8.',
    };
  }
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff) || looksLikeUtf16(bytes)) {
    return { message: 'this file is saved as Unicode UTF-16, not as UTF-8', hint: saveAsUtf8 };
  }
  return undefined;
}

/** UTF-16 without its mark: every second byte of English text is null. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = Math.min(bytes.length, 400) & ~1;
  if (sample < 4) return false;
  const nulls = [0, 0];
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) nulls[i & 1] = (nulls[i & 1] ?? 0) + 1;
  return Math.max(...nulls) > sample / 4;
}

/** Offset of the first byte that is not part of well-formed UTF-8 (Unicode, table 3-7), or undefined. */
function firstInvalid(bytes: Uint8Array): number | undefined {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0) return i;
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0;
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (next < low || next > high) return i;
    }
    i += length;
  }
  return undefined;
}
