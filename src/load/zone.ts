/** Date-times that name their zone, turned into the council's time. */
import type { IsoDateTime } from '../model/council.js';

/** True for a zone that this computer's calendar of zones knows, such as Europe/London. */
export function isTimeZone(zone: string): boolean {
  // Most councils' own zone; asking for it takes longer than reading a meeting.
  if (zone === 'Europe/London') return true;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * A date-time in the council's time, to the minute: `2026-10-24T23:30Z` is `2026-10-25T00:30` in London.
 *
 * A date-time without a zone is in the council's time already. Neither the machine's zone nor its language counts.
 */
export function inCouncilTime(value: string, zone: string): IsoDateTime {
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(value)) return value.slice(0, 16);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(value));
  const get = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`;
}
