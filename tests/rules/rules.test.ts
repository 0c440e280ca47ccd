import fc from 'fast-check';
import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { holidayYears, isBankHoliday } from '../../src/model/bank-holidays.js';
import { dateOfDay, dayNumber, dateInWords, weekday, weekdayName } from '../../src/model/dates.js';
import { clearDays, latestPublication } from '../../src/model/working-days.js';
import { loadPublication } from '../../src/load/load-publication.js';
import { checkPublication } from '../../src/rules/check.js';
import { memoryHost } from '../support/memory-host.js';

describe('clear days', () => {
  // Worked by hand from the statute and the gov.uk list.
  test.each([
    ['2026-12-16', '2026-12-08'],
    ['2026-12-15', '2026-12-07'],
    ['2027-01-05', '2026-12-23'],
    ['2026-04-09', '2026-03-30'],
    ['2026-05-07', '2026-04-28'],
    ['2026-05-28', '2026-05-19'],
    ['2027-09-01', '2027-08-23'],
    ['2028-01-06', '2027-12-24'],
    ['2026-11-30', '2026-11-20'],
    ['2026-10-16', '2026-10-08'],
    ['2022-09-22', '2022-09-13'],
  ])('a meeting on %s is published by %s at the latest', (meeting, latest) => {
    expect(latestPublication(meeting, 5)).toBe(latest);
    expect(clearDays(latest, meeting)).toBeGreaterThanOrEqual(5);
  });

  test('leave out the days on which the offices are shut', () => {
    const closed = ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'];
    expect(latestPublication('2027-01-05', 5, closed)).toBe('2026-12-17');
  });

  test.each([
    ['2026-12-04', '2026-12-11', 4],
    ['2026-12-03', '2026-12-11', 5],
    ['2026-12-02', '2026-12-09', 4],
    ['2026-12-05', '2026-12-14', 5],
    ['1990-04-26', '1990-05-01', 2],
    ['2019-01-15', '2019-01-15', 0],
    ['2019-01-16', '2019-01-15', 0],
  ])('between %s and %s are %i', (published, meeting, count) =>
    expect(clearDays(published, meeting)).toBe(count),
  );
});

describe('bank holidays', () => {
  test('on weekdays are those of another list, with two days that it lacks', () => {
    const other = new Holidays('GB', 'ENG');
    for (let year = holidayYears.first; year <= holidayYears.last; year++) {
      const expected = new Set(
        other
          .getHolidays(year)
          .filter((h) => h.type === 'public' || h.type === 'bank')
          .map((h) => h.date.slice(0, 10))
          .filter((date) => weekday(date) < 5),
      );
      // SI and proclamations: the wedding of 29 April 2011; the spring holiday of 2012 moved to 4 June.
      if (year === 2011) expected.add('2011-04-29');
      if (year === 2012) {
        expected.delete('2012-05-28');
        expected.add('2012-06-04');
      }
      const ours: string[] = [];
      for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day++) {
        if (isBankHoliday(dateOfDay(day))) ours.push(dateOfDay(day));
      }
      expect(ours).toEqual([...expected].sort());
    }
  });
});

describe('dates', () => {
  test('agree with the calendar of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const date = dateOfDay(day);
        fc.pre(/^\d{4}-/.test(date));
        expect(dayNumber(date)).toBe(day);
        expect(weekday(date)).toBe((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7);
      }),
    );
    expect(`${weekdayName('2019-01-30')} ${dateInWords('2019-01-30')}`).toBe('Wednesday 30 January 2019');
  });
});

/** Faults of the rules for a meeting with this text. */
function faults(
  text: string,
  settings = 'published: 2019-01-07T16:00',
  council = '',
  date = '2019-01-15',
): readonly string[] {
  const jurisdiction = council.startsWith('jurisdiction') ? '' : 'jurisdiction: england\n';
  const host = memoryHost({
    'data/council.yaml': `name: W\naddress: A\ncontact: {}\nsiteAddress: https://example.org\n${jurisdiction}${council}`,
    'data/people.yaml': '- { id: ann, name: Ann, kind: officer }',
    'data/committees.yaml': '- { id: planning, name: Planning, kind: regulatory }',
    [`content/meetings/planning/${date}/meeting.md`]: `---\ncommittee: planning\ndates: ${date}\ntime: "14:00"\nvenue: Hall\ncontact: ann\n${settings}\n---\n\n${text}\n`,
  });
  const { value, diagnostics } = loadPublication(host, {});
  expect(diagnostics).toEqual([]);
  return checkPublication(value.publication).map((d) => d.message);
}

describe('weekdays in text', () => {
  test.each([
    'Tuesday 15 January 2019',
    'on Tuesday, 15th January 2019',
    'Tuesday the 15th of January 2019',
    'Wednesday 30 and Thursday 31 January 2019',
    '`Monday 15 January 2019`',
  ])('are right in %j', (text) => expect(faults(text)).toEqual([]));

  test.each([
    ['Monday 15 January 2019', '15 January 2019 is a Tuesday, not a Monday'],
    ['**Monday 15 January 2019**', '15 January 2019 is a Tuesday, not a Monday'],
    ['* see [Monday 15 January 2019](https://example.org)', '15 January 2019 is a Tuesday, not a Monday'],
    ['Wednesday 30 and Friday 31 January 2019', '31 January 2019 is a Thursday, not a Friday'],
    ['Friday 31 April 2019', 'there is no 31 April 2019'],
    ['| Day |\n|---|\n| Monday 15 January 2019 |', '15 January 2019 is a Tuesday, not a Monday'],
    ['Term\n:   Monday 15 January 2019', '15 January 2019 is a Tuesday, not a Monday'],
    ['> ## Monday 15 January 2019', '15 January 2019 is a Tuesday, not a Monday'],
  ])('are wrong in %j', (text, message) => expect(faults(text)).toEqual([message]));
});

describe('notice', () => {
  test('may be shorter when the meeting is convened so, and is published at once', () => {
    const short = 'shortNotice: { convenedAt: 2019-01-14T10:00, reason: A flood }';
    expect(faults('', `published: 2019-01-14T11:00\n${short}`)).toEqual([]);
    expect(faults('', `published: 2019-01-14T23:30\n${short.replace('-14', '-13')}`)).toEqual([
      'the meeting was convened at short notice on Sunday 13 January 2019, and published only on Monday 14 January 2019',
    ]);
  });

  test('is counted from the day in the council’s own time', () => {
    // Half past eleven at night by Greenwich is the next day in Kiribati; in London it is not in January.
    expect(faults('', 'published: 2019-01-07T23:30:00Z')).toEqual([]);
    expect(faults('', 'published: 2019-01-07T23:30:00Z', 'timeZone: Pacific/Kiritimati')).toHaveLength(1);
  });

  test('is three days in Wales', () => {
    const published = 'published: 2019-01-09T10:00';
    expect(faults('', published, 'jurisdiction: wales')).toEqual([]);
    expect(faults('', published, 'jurisdiction: england')).toHaveLength(1);
  });

  test('cannot be counted where bank holidays are not known, which is said', () => {
    const [message] = faults('', 'published: 2041-01-07T16:00', '', '2041-01-15');
    expect(message).toContain('bank holidays are known from 2010 to 2030 only');
  });
});
