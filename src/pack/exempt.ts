/** Schedule 12A to the Local Government Act 1972: what each paragraph of exempt information means, in short. */
import type { Council } from '../model/council.js';

const meanings = {
  individual: 'It relates to an individual.',
  identity: 'It is likely to reveal who an individual is.',
  affairs: 'It relates to the financial or business affairs of particular persons, including the Council.',
  labour:
    'It relates to consultations or negotiations about labour relations with employees or office holders.',
  privilege: 'Legal professional privilege could be claimed for it in legal proceedings.',
  orders:
    'It reveals that the Council proposes to give a notice, or to make an order or direction, under an enactment.',
  crime: 'It relates to action to prevent, investigate or prosecute crime.',
} as const;

/** England: Part 1 of the schedule, as substituted by S.I. 2006/88. */
const england: Readonly<Record<number, string>> = {
  1: meanings.individual,
  2: meanings.identity,
  3: meanings.affairs,
  4: meanings.labour,
  5: meanings.privilege,
  6: meanings.orders,
  7: meanings.crime,
};

/** Wales: Part 4, as inserted by S.I. 2007/969 (W. 84). */
const wales: Readonly<Record<number, string>> = {
  12: meanings.individual,
  13: meanings.identity,
  14: meanings.affairs,
  15: meanings.labour,
  16: meanings.privilege,
  17: meanings.orders,
  18: meanings.crime,
};

/** The meaning of a paragraph where the council is; undefined for a number that the schedule does not have. */
export function exemptMeaning(paragraph: number, jurisdiction: Council['jurisdiction']): string | undefined {
  return jurisdiction === 'wales' ? wales[paragraph] : england[paragraph];
}
