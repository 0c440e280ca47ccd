/** Language tags: `cy`, `en-GB` (BCP 47). */
import { z } from 'zod';

/** True for a well-formed tag: a language, then a script, a region and variants, in this order. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/i.test(tag);
}

/** What to write instead. */
export const languageHint = 'Write the code of a language, such as cy for Welsh or en-GB for English.';

/** A language tag as a setting. */
export const languageTag = () =>
  z
    .string()
    .trim()
    .check((context) => {
      if (isLanguageTag(context.value)) return;
      context.issues.push({
        code: 'custom',
        message: `“${context.value}” is not the code of a language`,
        input: context.value,
        params: { rule: 'language-is-known', hint: languageHint },
      });
    })
    .meta({ examples: ['cy', 'en-GB'] });
