/** Reading the objects of a file made elsewhere: nothing is taken for granted, so everything may be missing. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

export type Value = PDFObject | undefined;

/** The value behind references; a reference to nothing is nothing. */
export function follow(context: PDFContext, value: Value): Value {
  let at = value;
  // A reference may lead to another one, and in a damaged file round in a circle.
  for (let steps = 0; at instanceof PDFRef && steps < 16; steps++) at = context.lookup(at);
  return at instanceof PDFRef || at === PDFNull ? undefined : at;
}

/** An entry of a dictionary, references followed. */
export function entry(dict: PDFDict | undefined, key: string): Value {
  return dict && follow(dict.context, dict.get(PDFName.of(key)));
}

/** An entry as it stands. */
export function raw(dict: PDFDict | undefined, key: string): Value {
  return dict?.get(PDFName.of(key));
}

/** A dictionary; that of a stream, too. */
export function asDict(value: Value): PDFDict | undefined {
  if (value instanceof PDFDict) return value;
  return value instanceof PDFStream ? value.dict : undefined;
}

/** The members of an array as they stand. */
export function members(value: Value): readonly PDFObject[] {
  return value instanceof PDFArray ? value.asArray() : [];
}

/** A name without its slash. */
export function asName(value: Value): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** A finite number. */
export function asNumber(value: Value): number | undefined {
  if (!(value instanceof PDFNumber)) return undefined;
  const number = value.asNumber();
  return Number.isFinite(number) ? number : undefined;
}

/** A text string. */
export function asText(value: Value): string | undefined {
  if (!(value instanceof PDFString) && !(value instanceof PDFHexString)) return undefined;
  try {
    return value.decodeText();
  } catch {
    return undefined;
  }
}

/** The bytes of a string. */
export function asBytes(value: Value): Uint8Array | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : undefined;
}

/** Numbers of an array, references followed; undefined unless all are numbers and there are enough of them. */
export function numbers(context: PDFContext, value: Value, count: number): readonly number[] | undefined {
  const found = members(value).flatMap((member) => asNumber(follow(context, member)) ?? []);
  return found.length >= count ? found : undefined;
}

/** An entry that a page may have from the nodes above it. */
export function inherited(page: PDFDict, key: string): Value {
  let at: PDFDict | undefined = page;
  for (let steps = 0; at && steps < 64; steps++) {
    const own = entry(at, key);
    if (own !== undefined) return own;
    at = asDict(entry(at, 'Parent'));
  }
  return undefined;
}
