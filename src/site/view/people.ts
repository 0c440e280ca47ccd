/** People in words: members of a meeting, and the index of people. */
import type { IsoDate, Membership, Person } from '../../model/council.js';
import { membersInWords, roleOf } from '../../model/members.js';
import type { Member } from '../../model/members.js';
import { committeeName, type SiteIndex } from './site-index.js';

/** The members of a meeting in a sentence. */
export function memberNames(members: readonly Member[], index: SiteIndex): string | undefined {
  return membersInWords(members, (id) => index.people.get(id));
}

/** The name as printed in a list by itself: "Councillor Mrs Aspinall". */
export function fullName(person: Person): string {
  return person.kind === 'councillor' ? `Councillor ${person.name}` : person.name;
}

/** Whether a membership holds on a day. */
export function holdsOn(membership: Membership, day: IsoDate): boolean {
  return (
    (membership.from === undefined || membership.from <= day) &&
    (membership.until === undefined || day <= membership.until)
  );
}

/** "Cabinet (Chair), Scrutiny": where a person sits on a day. */
export function seatsOf(person: Person, day: IsoDate, index: SiteIndex): string | undefined {
  const seats = index.input.publication.committees.flatMap((committee) =>
    committee.members
      .filter((member) => member.person === person.id && holdsOn(member, day))
      .map((member) => {
        const role = roleOf(member);
        const name = committeeName(index, committee.id);
        return role === undefined ? name : `${name} (${role})`;
      }),
  );
  return seats.length === 0 ? undefined : seats.join(', ');
}
