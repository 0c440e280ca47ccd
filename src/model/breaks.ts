/** Breaks of a meeting in words. */
import type { IsoDate, Time } from './council.js';
import { dayAndMonth, timesInWords } from './words.js';

/** A break as typed: words, or from when to when. */
export type Break = string | { readonly date?: IsoDate; readonly start: Time; readonly end: Time };

/** "11.00 to 11.15 am; Thursday 31 January, 1.00 to 2.00 pm"; undefined where there are none. */
export function breaksInWords(breaks: readonly Break[] | undefined): string | undefined {
  if (breaks === undefined || breaks.length === 0) return undefined;
  return breaks
    .map((each) => {
      if (typeof each === 'string') return each;
      const times = timesInWords(each.start, each.end);
      return each.date === undefined ? times : `${dayAndMonth(each.date)}, ${times}`;
    })
    .join('; ');
}

/** "#PlymouthBudget", whether or not the sign was typed. */
export function hashtagInWords(hashtag: string): string {
  return hashtag.startsWith('#') ? hashtag : `#${hashtag}`;
}
