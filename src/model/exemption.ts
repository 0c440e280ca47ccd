/** What may be closed to the public, and why: the paragraphs of Schedule 12A to the Local Government Act 1972. */
import type { Council } from './council.js';

/** Part 1 of the Schedule, England: paragraphs 1 to 7. Part 4, Wales, has the same as paragraphs 12 to 18. */
const descriptions: readonly string[] = [
  'information relating to any individual',
  'information which is likely to reveal the identity of an individual',
  'information relating to the financial or business affairs of any particular person (including the authority holding that information)',
  'information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority',
  'information in respect of which a claim to legal professional privilege could be maintained in legal proceedings',
  'information which reveals that the authority proposes to give under any enactment a notice under or by virtue of which requirements are imposed on a person, or to make an order or direction under any enactment',
  'information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime',
];

const firstParagraph: Readonly<Record<Council['jurisdiction'], number>> = { england: 1, wales: 12 };

/** "information relating to any individual", or undefined where the Schedule has no such paragraph. */
export function exemptDescription(
  jurisdiction: Council['jurisdiction'],
  paragraph: number,
): string | undefined {
  return descriptions[paragraph - firstParagraph[jurisdiction]];
}
