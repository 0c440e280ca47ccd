/** Dates and times of a meeting must run forwards. */
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { IsoDate, IsoDateTime, Time } from '../model/council.js';
import { dateInWords } from '../model/dates.js';
import type { Session } from '../model/meeting.js';
import { spanOf } from '../model/schema/read.js';
import type { DataNode } from '../source/data-node.js';
import type { Span } from '../source/span.js';

interface MeetingTimes {
  readonly dates: readonly IsoDate[];
  readonly time: Time;
  readonly published?: IsoDateTime;
  readonly sessions?: readonly Session[];
}

/** Faults in the order of a meeting's dates, sessions and publication. */
export function checkOrder(meeting: MeetingTimes, settings: DataNode): readonly Diagnostic[] {
  const at = (...path: readonly PropertyKey[]): Span => spanOf(settings, path, settings.span);
  const fault = (span: Span, message: string, hint: string): Diagnostic =>
    error('dates-run-forward', span, message, { hint });
  const faults: Diagnostic[] = [];
  const { dates, time, published, sessions = [] } = meeting;
  dates.forEach((date, i) => {
    const before = dates[i - 1];
    if (before === undefined || before < date) return;
    const message =
      before === date
        ? `${dateInWords(date)} is given twice`
        : `${dateInWords(date)} comes after ${dateInWords(before)} in the list`;
    faults.push(
      fault(at('dates', i), message, 'List the dates of the meeting once each, the earliest first.'),
    );
  });
  const [first] = dates;
  if (first === undefined) {
    return [
      fault(
        at('dates'),
        'the meeting has no date',
        'Type the date between the brackets: dates: [2019-01-30].',
      ),
    ];
  }
  const begins = `${first}T${time}`;
  if (published !== undefined && published >= begins) {
    const message = `the meeting is published on ${dateInWords(published)} at ${published.slice(11)}, and it begins on ${dateInWords(begins)} at ${time}`;
    faults.push(
      fault(
        at('published'),
        message,
        'Check “published”, “dates” and “time”: papers come before the meeting.',
      ),
    );
  }
  let last = '';
  sessions.forEach((session, i) => {
    const { label, date, start, end } = session;
    if (!dates.includes(date)) {
      const days = dates.map(dateInWords).join(' and ');
      const message = `${label} is on ${dateInWords(date)}, and the meeting is on ${days}`;
      faults.push(
        fault(
          at('sessions', i, 'date'),
          message,
          'Correct the date of the session, or add the day to “dates”.',
        ),
      );
    }
    if (start !== undefined && end !== undefined && end <= start) {
      faults.push(
        fault(
          at('sessions', i, 'end'),
          `${label} ends at ${end}, and it starts at ${start}`,
          'Times are by the 24-hour clock: 2 in the afternoon is "14:00".',
        ),
      );
    }
    const when = `${date}T${start ?? ''}`;
    if (start !== undefined && when < last) {
      faults.push(
        fault(
          at('sessions', i, 'start'),
          `${label} starts before the session above it has ended`,
          'List the sessions in order, and check their times.',
        ),
      );
    }
    last = end === undefined ? last : `${date}T${end}`;
  });
  return faults;
}
