/** The council's time as instants: British Summer Time by its rule, without the machine's calendar of zones. */
import type { IsoDate, IsoDateTime } from '../model/council.js';
import { dateOfDay, dayNumber, weekday } from '../model/dates.js';

/** A local date-time to the minute; a date alone is the start of working hours (format, section 2). */
function localParts(moment: IsoDateTime): { readonly date: IsoDate; readonly time: string } {
  const time = moment.slice(11, 16);
  return { date: moment.slice(0, 10), time: time === '' ? '09:00' : time };
}

/** The last Sunday of March or October, when the clocks change (Summer Time Order 2002, SI 2002/262). */
function lastSunday(year: string, month: '03' | '10'): IsoDate {
  const last = dayNumber(`${year}-${month}-31`);
  return dateOfDay(last - ((weekday(dateOfDay(last)) + 1) % 7));
}

/** True where London's clocks stand an hour before UTC. In the hour that comes twice, the first is meant. */
export function isSummerTime(moment: IsoDateTime): boolean {
  const { date, time } = localParts(moment);
  const year = date.slice(0, 4);
  const local = `${date}T${time}`;
  return local >= `${lastSunday(year, '03')}T02:00` && local < `${lastSunday(year, '10')}T02:00`;
}

/** RFC 3339 with offset: `2019-01-23T09:00:00Z`, `2019-07-01T09:00:00+01:00`. */
export function rfc3339(moment: IsoDateTime): string {
  const { date, time } = localParts(moment);
  return `${date}T${time}:00${isSummerTime(moment) ? '+01:00' : 'Z'}`;
}

/** RFC 5545 form 2: `20190123T090000Z`. */
export function utcStamp(moment: IsoDateTime): string {
  const { date, time } = localParts(moment);
  const minutes =
    dayNumber(date) * 1440 +
    Number(time.slice(0, 2)) * 60 +
    Number(time.slice(3, 5)) -
    (isSummerTime(moment) ? 60 : 0);
  const inDay = ((minutes % 1440) + 1440) % 1440;
  const clock = [Math.floor(inDay / 60), inDay % 60, 0].map((part) => String(part).padStart(2, '0')).join('');
  return `${dateOfDay(Math.floor(minutes / 1440)).replace(/-/g, '')}T${clock}Z`;
}

/** RFC 5545 form 3, without the zone: `20190130T093000`. */
export function localStamp(date: IsoDate, time: string): string {
  return `${date.replace(/-/g, '')}T${time.replace(':', '')}00`;
}
