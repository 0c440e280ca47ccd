/** Working days and clear days, as the law of meetings counts them. */
import { isBankHoliday } from './bank-holidays.js';
import type { Council, IsoDate } from './council.js';
import { dateOfDay, dayNumber, weekday } from './dates.js';

/** Clear days of notice: LGA 1972, s.100A(6)(a) and s.100B(3), as amended (five in England: SI 2002/715). */
export const clearDaysWanted: Readonly<Record<Council['jurisdiction'], number>> = { england: 5, wales: 3 };

/** True from Monday to Friday, except bank holidays and the days on which the offices are shut. */
export function isWorkingDay(date: IsoDate, closed: readonly IsoDate[] = []): boolean {
  return weekday(date) < 5 && !isBankHoliday(date) && !closed.includes(date);
}

/**
 * The clear working days between two dates: neither the day of publication nor that of the meeting counts
 * (R v Herefordshire Justices (1820); working days only: R v Swansea City Council ex parte Elitestone (1993)).
 */
export function clearDaysBetween(
  published: IsoDate,
  meeting: IsoDate,
  closed: readonly IsoDate[] = [],
): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = dayNumber(published) + 1; day < dayNumber(meeting); day++) {
    const date = dateOfDay(day);
    if (isWorkingDay(date, closed)) days.push(date);
  }
  return days;
}

/** How many clear working days lie between two dates, see {@link clearDaysBetween}. */
export function clearDays(published: IsoDate, meeting: IsoDate, closed: readonly IsoDate[] = []): number {
  return clearDaysBetween(published, meeting, closed).length;
}

/** The last working day on which papers can be published so that `wanted` clear days lie before the meeting. */
export function latestPublication(
  meeting: IsoDate,
  wanted: number,
  closed: readonly IsoDate[] = [],
): IsoDate {
  let day = dayNumber(meeting) - 1;
  while (clearDays(dateOfDay(day), meeting, closed) < wanted || !isWorkingDay(dateOfDay(day), closed)) day--;
  return dateOfDay(day);
}
