/** Amounts of money that say something else than was meant: £2,534,595k, £22.417k, £.700k, £1,818,28. */
import { Decimal } from 'decimal.js';
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import type { Rule } from './rule.js';

const id = 'money-reads';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => flatTexts(text).flatMap(checkText)),
};

const amounts = /£\s?(\d[\d,]*)?(\.\d+)?\s?(million|thousand|mn|bn|[mk])?(?![\d\w])/gi;

function checkText(flat: FlatText): readonly Diagnostic[] {
  if (!flat.text.includes('£')) return [];
  return matchesOf(amounts, flat.text).flatMap((match) => {
    const [typed, whole, fraction, scale] = match;
    // A cell of figures that is none is a fault already.
    if (scale === undefined && typed.trim() === flat.text.trim()) return [];
    const fault = faultOf(
      typed.trim(),
      whole?.replace(/,$/, ''),
      fraction ?? '',
      (scale ?? '').toLowerCase(),
    );
    const span = fault && flat.place(match.index, match.index + typed.trimEnd().length);
    return fault === undefined || span === undefined
      ? []
      : [warning(id, span, fault.message, { hint: fault.hint })];
  });
}

function faultOf(
  typed: string,
  whole: string | undefined,
  fraction: string,
  scale: string,
): { readonly message: string; readonly hint: string } | undefined {
  const thousands = scale === 'k' || scale === 'thousand';
  const suffix = typed.replace(/^[^a-z]*/i, '');
  if (whole === undefined)
    return fraction === ''
      ? undefined
      : {
          message: `“${typed}” has no figure before its point`,
          hint:
            thousands && fraction.length === 4
              ? `Write £${fraction.slice(1)}${suffix} if thousands are meant, or £0${fraction}m.`
              : `Write £0${fraction}${suffix}.`,
        };
  const digits = whole.replaceAll(',', '');
  if (thousands && digits.length >= 7) {
    const billions = `£${new Decimal(digits).div(1_000_000).toDecimalPlaces(1).toString()}bn`;
    return {
      message: `“${typed}” is ${billions} as it is typed`,
      hint: `Write £${whole}${fraction} if pounds are meant, or £${grouped(new Decimal(digits).div(1000).toFixed(0))}${suffix}.`,
    };
  }
  if (thousands && fraction.length === 4)
    return {
      message: `“${typed}” is £${grouped(digits + fraction.slice(1))} as it is typed`,
      hint: `Write £${grouped(digits + fraction.slice(1))}${suffix} if a comma is meant, or £${grouped(digits + fraction.slice(1))} without “${suffix}”.`,
    };
  if (/,(?:\d{1,2}|\d{4,})(?:,|$)/.test(whole))
    return {
      message: `“${typed}” has a digit too few or too many after a comma`,
      hint: 'A comma divides thousands and has three digits after it: £1,234,567.',
    };
  return undefined;
}

function grouped(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',');
}
