/** A chair who is yet to be appointed by the first item is not named in the papers. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredPublication } from '../model/publication.js';
import { flatTexts } from './flat-text.js';
import { matchesOf } from './matches.js';
import { allItems } from './rule.js';
import type { Rule, RuleText } from './rule.js';
import { textSettings } from './text-setting.js';

const id = 'chair-is-appointed';

export const rule: Rule = { id, check };

const appoints = /\b(?:appoint|elect)\w*\s+(?:of\s+)?(?:an?\s+|the\s+)?chair/i;
/** "Councillor Ball (Chair)". A chair of something else has more words in the brackets. */
const named =
  /\b(?:Councillor|Cllr\.?)\s+((?:(?:Mrs?|Ms|Miss|Dr)\.?\s+)?\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2})\s*[,(–-]\s*Chair(?:man|woman|person)?\b(?!\s+(?:of|for)\b)(?=\)|\s*$|[,.;])/gu;

function check(publication: AuthoredPublication, texts: readonly RuleText[]): readonly Diagnostic[] {
  const appointing = new Map<string, string>();
  for (const meeting of publication.meetings) {
    const item = allItems(meeting).find(({ title }) => appoints.test(title));
    if (item !== undefined) appointing.set(meeting.key, item.number);
  }
  if (appointing.size === 0) return [];
  const settings = textSettings(publication);
  return texts.flatMap((text) => {
    const setting = settings.get(text.document);
    const item = setting?.meeting === undefined ? undefined : appointing.get(setting.meeting.key);
    // Minutes and decisions are written when there is one.
    if (item === undefined || setting?.paper?.type === 'minutes' || setting?.paper?.type === 'decision')
      return [];
    return flatTexts(text).flatMap((flat) =>
      matchesOf(named, flat.text).flatMap((match) => {
        const span = flat.place(match.index, match.index + match[0].length);
        if (span === undefined) return [];
        return [
          warning(
            id,
            span,
            `Councillor ${match[1] ?? ''} is named as the Chair, whom item ${item} is to appoint`,
            {
              hint: 'Leave the Chair out until the committee has appointed one, or take the item off the agenda.',
            },
          ),
        ];
      }),
    );
  });
}
