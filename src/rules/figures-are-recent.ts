/** A scorecard of December 2017 in a paper of January 2019: figures that are shown as the present ones are not over six months old. */
import { warning } from '../diagnostics/diagnostic.js';
import { dateInWords, dayNumber } from '../model/dates.js';
import { flatTexts } from './flat-text.js';
import { inWords, proseDates } from './prose-date.js';
import type { Rule } from './rule.js';
import { textSettings } from './text-setting.js';

const id = 'figures-are-recent';

export const rule: Rule = {
  id,
  check: (publication, texts) => {
    const settings = textSettings(publication);
    return texts.flatMap((text) => {
      const setting = settings.get(text.document);
      if (setting === undefined) return [];
      return flatTexts(text).flatMap((flat) => {
        if (!/card|board|summary/i.test(flat.text) || !scorecard.test(flat.text)) return [];
        const date = proseDates(flat.text).at(-1);
        const span = date === undefined ? undefined : flat.place(date.start, date.end);
        if (date === undefined || span === undefined) return [];
        if (dayNumber(setting.written) - dayNumber(date.to) <= halfYear) return [];
        const now = `the paper is of ${dateInWords(setting.written)}`;
        return [
          warning(id, span, `the scorecard is of ${inWords(date)}, and ${now}`, {
            hint: 'Put the latest one in its place, or say in the paper why there is none.',
          }),
        ];
      });
    });
  },
};

/** A heading or a caption of a scorecard, by itself. */
const scorecard = /^[^.;]{0,60}\b(?:scorecard|dashboard)\b[^.;]{0,60}$/i;
const halfYear = 184;
