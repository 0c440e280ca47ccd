/** Notes of the author and leftovers of templates do not get into print: AMEND, [insert name], XX, ???, "Error! Reference source". */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import type { Rule } from './rule.js';
import { textSettings } from './text-setting.js';

const id = 'text-is-finished';

export const rule: Rule = {
  id,
  check: (publication, texts) => {
    const settings = textSettings(publication);
    return texts.flatMap((text) => {
      // A draft says on its first page that it is one.
      const { paper } = settings.get(text.document) ?? {};
      return paper?.status === 'draft' ? [] : flatTexts(text).flatMap(checkText);
    });
  },
};

const leftovers =
  /(?<![\p{L}\d])(?:AMEND|TODO|FIXME|(?<!\b(?:Part|Article|Chapter|Volume|Schedule|Annexe?|Title|Section|Book)\s)XX+(?!\p{L}|[IVX])|\[(?:insert|add|name|date|year|tbc|amount|title|details|reference)\b[^\]]{0,40}\]|Error! (?:Reference|Bookmark)[^.]{0,40}|Lorem ipsum)(?![\p{L}\d])|\?{2,}/giu;
/** In small letters these are ordinary words. */
const capitals = /^(?:amend|todo|fixme)$/;

/** A part of each of them, which is looked for sooner. */
const sign = /amend|todo|fixme|xx|\[|\?\?|error!|lorem/i;

function checkText(flat: FlatText): readonly Diagnostic[] {
  if (!sign.test(flat.text)) return [];
  return matchesOf(leftovers, flat.text).flatMap((match) => {
    const [typed] = match;
    if (capitals.test(typed.toLowerCase()) && typed !== typed.toUpperCase()) return [];
    const span = flat.place(match.index, match.index + typed.length);
    if (span === undefined) return [];
    return [
      warning(id, span, `“${typed}” looks like a note that was left in the text`, {
        hint: 'Write what belongs there, or take it out; status: draft in the settings of the paper says that it is not finished.',
      }),
    ];
  });
}
