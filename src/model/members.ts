/** Members of a meeting in words, alike on the site and in the packs. */
import type { Membership, Person } from './council.js';
import { listInWords } from './words.js';

/** A member of a meeting with the role there. */
export type Member = Pick<Membership, 'person' | 'role'>;

const roleWords = { chair: 'Chair', 'vice-chair': 'Vice Chair', member: undefined } as const;

/** "Chair", "Vice Chair", or nothing for a member. */
export function roleOf(member: Member): string | undefined {
  return member.role === undefined ? undefined : roleWords[member.role];
}

/**
 * "Councillors Mrs Aspinall (Chair), Ball and Mrs Beer. Also: Mr Hope." with those last who are no councillors; undefined
 * where nobody is named.
 */
export function membersInWords(
  members: readonly Member[],
  find: (id: string) => Person | undefined,
): string | undefined {
  const named = members.flatMap((member) => {
    const person = find(member.person);
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
