/** Breaks of a meeting in words. */
import type { IsoDate, Time } from './council.js';
import type { Session } from './meeting.js';
import { dayAndMonth, timesInWords } from './words.js';

/** A break as typed: words, or from when to when. */
export type Break = string | TimedBreak;

export interface TimedBreak {
  readonly date?: IsoDate;
  readonly start: Time;
  readonly end: Time;
}

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

/** The breaks of a meeting, those between its sessions apart from those that have no such place. */
export interface PlacedBreaks {
  /** By the id of the session that follows. */
  readonly before: ReadonlyMap<string, readonly TimedBreak[]>;
  readonly others: readonly Break[];
}

/**
 * Finds the place of each break: after a session of its day has ended and before the next begins. One without a date
 * is taken on every day. `sessions` are those that are printed, in order.
 */
export function placeBreaks(breaks: readonly Break[], sessions: readonly Session[]): PlacedBreaks {
  const before = new Map<string, TimedBreak[]>();
  const others = breaks.filter((each) => {
    if (typeof each === 'string') return true;
    const places = sessions.filter((session, at) => {
      const last = sessions[at - 1];
      if (last === undefined || last.date !== session.date || session.start === undefined) return false;
      const fits = each.date === undefined || each.date === session.date;
      return fits && (last.end ?? last.start ?? '') <= each.start && each.end <= session.start;
    });
    for (const { id } of places) before.set(id, [...(before.get(id) ?? []), each]);
    return places.length === 0;
  });
  return { before, others };
}

/** "Break, 11.00 to 11.15 am". */
export function breakInWords({ start, end }: TimedBreak): string {
  return `Break, ${timesInWords(start, end)}`;
}

/** "#PlymouthBudget", whether or not the sign was typed. */
export function hashtagInWords(hashtag: string): string {
  return hashtag.startsWith('#') ? hashtag : `#${hashtag}`;
}
