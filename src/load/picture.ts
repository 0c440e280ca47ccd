/** Examines pictures before they are published: their kind, and that an SVG picture neither runs nor fetches anything. */
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { readXml } from '../source/xml.js';

type Kind = 'PNG' | 'JPEG' | 'SVG';

/** What the ending of a name promises. */
function promised(path: string): Kind {
  return /\.png$/i.test(path) ? 'PNG' : /\.svg$/i.test(path) ? 'SVG' : 'JPEG';
}

/** What the bytes are; undefined for what is none of the three. */
function kindOf(bytes: Uint8Array): Kind | undefined {
  const begins = (...start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'PNG';
  if (begins(0xff, 0xd8, 0xff)) return 'JPEG';
  const text = svgText(bytes);
  return text !== undefined &&
    /^\s*(<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s/>]/i.test(text)
    ? 'SVG'
    : undefined;
}

/** The text of an SVG file, its numbered characters read; undefined for an encoding in which things could be hidden. */
function svgText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  const text = new TextDecoder('utf-8').decode(bytes);
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii|iso-8859-1|windows-1252)$/i.test(encoding))
    return undefined;
  return text;
}

/** `java&#115;cript:` and `java&Tab;script:` as a browser reads them. */
function decoded(text: string): string {
  return text
    .replace(
      /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
      (_, hex: string | undefined, plain: string | undefined) => {
        const code = hex === undefined ? Number(plain) : Number.parseInt(hex, 16);
        return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      },
    )
    .replace(/&colon;/gi, ':');
}

/** What an SVG picture may not have, with the words for it. */
const dangers: readonly (readonly [RegExp, string])[] = [
  [/<([\w-]+:)?script\b/i, 'a script'],
  [/[\s"'/]on[a-z]+\s*=\s*["']/i, 'a program that runs on an event'],
  [/<([\w-]+:)?(foreignObject|iframe|embed|object|audio|video)\b/i, 'a piece of a web page'],
  [/(java|vb)\s*script\s*:/i, 'an address that runs a script'],
  [/<!ENTITY\b/i, 'words that stand for others'],
  [
    /<([\w-]+:)?(set|animate)\b[^>]*attributeName\s*=\s*["']\s*(on|(xlink:)?href)/i,
    'an address that changes',
  ],
  [/<\?xml-stylesheet\b|@import\b/i, 'a reference to a style sheet elsewhere'],
  [/\burl\(\s*["']?\s*(?!#|["']?data:image\/(png|jpe?g|gif|webp)[;,])/i, 'a reference to another file'],
  [
    /[\s"'](?:[\w-]+:)?(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(png|jpe?g|gif|webp)[;,])[^"'\s]/i,
    'a reference to another file or address',
  ],
];

/** Faults of the picture at `path`, reported where a text shows it. None: it may be published. */
export function pictureFaults(bytes: Uint8Array, path: string, span: Span): readonly Diagnostic[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const wanted = promised(path);
  const kind = kindOf(bytes);
  if (kind !== wanted) {
    const found = kind === undefined ? 'it is none' : `it is a ${kind} picture`;
    const hint =
      kind === undefined
        ? 'Open it in the program that made it, and save it again as PNG; giving it another name does not change what it is.'
        : `Let its name end in ${kind === 'JPEG' ? '.jpg' : `.${kind.toLowerCase()}`}, here and in the folder.`;
    const message = `The name “${name}” says that this is a ${wanted} picture, and ${found}`;
    return [error('picture-is-of-its-kind', span, message, { hint })];
  }
  if (kind !== 'SVG') return [];
  const text = decoded(svgText(bytes) ?? '');
  const found = dangers.find(([pattern]) => pattern.test(text));
  if (found === undefined) return brokenSvg(svgText(bytes) ?? '', name, span);
  return [
    error('picture-is-still', span, `the picture “${name}” has ${found[1]} in it`, {
      hint: 'Save it as PNG and use that, or export it again as plain SVG without scripts, links and linked files.',
    }),
  ];
}

/** An SVG picture that is no well-formed XML is shown by no browser and printed by no pack. */
function brokenSvg(text: string, name: string, span: Span): readonly Diagnostic[] {
  const read = readXml(text);
  if (read.kind === 'root') return [];
  const { line, message } = read.fault;
  return [
    error('picture-is-of-its-kind', span, `the picture “${name}” is damaged in line ${line}: ${message}`, {
      hint: 'Export it again from the program that made it.',
    }),
  ];
}
