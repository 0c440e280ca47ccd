/** Discount schedules as versioned data: an old case is rebuilt with the edition it was made under. */
import { Decimal, divide, one } from './decimal.js';
import { normalise } from './labels.js';

/** Annual discount rates by year of the appraisal. */
export interface Schedule {
  readonly id: string;
  /** Printed beside every result: "Green Book (2026), standard". */
  readonly title: string;
  /** Year the edition took effect; the latest edition answers to the bare name. */
  readonly edition: number;
  readonly name: 'standard' | 'health' | 'low-sensitivity';
  /** Rates in per cent, each up to and including `until`; the last has no end. */
  readonly rates: readonly { readonly until: number; readonly rate: string }[];
}

const horizons = [30, 75, 125, 200, 300, Infinity];

function rates(...values: readonly string[]): Schedule['rates'] {
  return values.map((rate, i) => ({ until: horizons[i] ?? Infinity, rate }));
}

const standard = rates('3.5', '3.0', '2.5', '2.0', '1.5', '1.0');
const health = rates('1.5', '1.29', '1.07', '0.86', '0.64', '0.43');

/** Schedules of the Green Book (HM Treasury), newest edition last. The low one is the sensitivity test for horizons over 50 years. */
export const schedules: readonly Schedule[] = [
  {
    id: 'green-book-2022-standard',
    title: 'Green Book (2022), standard',
    edition: 2022,
    name: 'standard',
    rates: standard,
  },
  {
    id: 'green-book-2022-health',
    title: 'Green Book (2022), health',
    edition: 2022,
    name: 'health',
    rates: health,
  },
  {
    id: 'green-book-2026-standard',
    title: 'Green Book (2026), standard',
    edition: 2026,
    name: 'standard',
    rates: standard,
  },
  {
    id: 'green-book-2026-health',
    title: 'Green Book (2026), health',
    edition: 2026,
    name: 'health',
    rates: health,
  },
  {
    id: 'green-book-2026-low-sensitivity',
    title: 'Green Book (2026), low-rate sensitivity test',
    edition: 2026,
    name: 'low-sensitivity',
    rates: rates('3.0', '2.57', '2.14', '1.71', '1.29', '0.86'),
  },
];

/** Names that a formula may use for a schedule. */
export function scheduleNames(): readonly string[] {
  return ['green-book', 'standard', 'health', 'low-sensitivity', ...schedules.map((s) => s.id)];
}

/** The schedule of that name: an id, or `standard`, `health`, `low-sensitivity` for the latest edition. */
export function findSchedule(name: string): Schedule | undefined {
  const wanted = normalise(name).replaceAll(' ', '-');
  const exact = schedules.find((s) => s.id === wanted);
  if (exact !== undefined) return exact;
  const edition = /^green-book-(\d{4})$/.exec(wanted);
  if (edition !== null)
    return schedules.find((s) => s.edition === Number(edition[1]) && s.name === 'standard');
  const bare = wanted.replace(/^green-book-?/, '');
  const short = bare === '' ? 'standard' : bare === 'low' ? 'low-sensitivity' : bare;
  return schedules.findLast((s) => s.name === short);
}

/** A memo table of a pure function, at most {@link farthestYear} factors for each schedule: it cannot show. */
const chains = new Map<string, Decimal[]>();

/** Beyond this year the rates are so uncertain that the Green Book (2026) asks for the result at lower ones as well. */
export const longHorizon = 50;

/** Whether the edition of a schedule has lower rates to test a long horizon with. */
export function asksForLowRates({ edition, name }: Schedule): boolean {
  return (
    name !== 'low-sensitivity' && schedules.some((s) => s.edition === edition && s.name === 'low-sensitivity')
  );
}

/** Farther years are refused: nobody appraises a project over more than a thousand. */
export const farthestYear = 1000;

/** Discount factor of year `t`: annual rates chained from year 1, never the rate of year `t` over all years. Year 0 is 1. */
export function discountFactor(schedule: Schedule, t: number): Decimal {
  let chain = chains.get(schedule.id);
  if (chain === undefined) chains.set(schedule.id, (chain = [one]));
  for (let year = chain.length; year <= t; year++) {
    const rate = schedule.rates.find((r) => year <= r.until)?.rate ?? '0';
    chain.push(divide(chain[year - 1] ?? one, one.plus(new Decimal(rate).div(100))));
  }
  return chain[t] ?? one;
}

/** Upper bounds of optimism bias for capital cost, in per cent, by kind of project (supplementary Green Book guidance). */
export const optimismBounds: Readonly<Record<string, number>> = {
  'standard buildings': 24,
  'non-standard buildings': 51,
  'standard civil engineering': 44,
  'non-standard civil engineering': 66,
  'equipment/development': 200,
  outsourcing: 41,
};
