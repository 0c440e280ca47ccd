/** People in words: members of a meeting, and the index of people. */
import type { IsoDate, Membership, Person } from '../../model/council.js';
import { listInWords } from '../../model/words.js';
import { committeeName, type SiteIndex } from './site-index.js';

type Member = Pick<Membership, 'person' | 'role'>;

const roleWords = { chair: 'Chair', 'vice-chair': 'Vice Chair', member: undefined } as const;

/** "Chair", "Vice Chair", or nothing for a member. */
export function roleOf(member: Member): string | undefined {
  return member.role === undefined ? undefined : roleWords[member.role];
}

/** "Councillors Mrs Aspinall (Chair), Ball and Mrs Beer."; undefined where nobody is named. */
export function memberNames(members: readonly Member[], index: SiteIndex): string | undefined {
  const named = members.flatMap((member) => {
    const person = index.people.get(member.person);
    return person === undefined ? [] : [{ person, role: roleOf(member) }];
  });
  const words = (kind: Person['kind']): readonly string[] =>
    named
      .filter(({ person }) => person.kind === kind)
      .map(({ person, role }) => (role === undefined ? person.name : `${person.name} (${role})`));
  const councillors = words('councillor');
  const others = words('officer');
  const parts = [
    councillors.length === 0
      ? undefined
      : `Councillor${councillors.length === 1 ? '' : 's'} ${listInWords(councillors)}.`,
    others.length === 0 ? undefined : `Also: ${listInWords(others)}.`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
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
