/** Members in words: only councillors are called so. */
import { expect, test } from 'vitest';
import type { Person } from '../../src/model/council.js';
import { membersInWords } from '../../src/model/members.js';

const span = { file: 'data/people.yaml', start: 0, end: 0 };
const person = (id: string, name: string, kind: Person['kind']): Person => ({
  id,
  name,
  kind,
  aliases: [],
  span,
});
const people = [
  person('a', 'Mrs Aspinall', 'councillor'),
  person('b', 'Ball', 'councillor'),
  person('c', 'the Reverend Hope', 'officer'),
];
const words = (...members: Parameters<typeof membersInWords>[0]) =>
  membersInWords(members, (id) => people.find((each) => each.id === id));

test('members who are no councillors stand apart and without the title', () => {
  expect(words({ person: 'a', role: 'chair' }, { person: 'c' }, { person: 'b' })).toBe(
    'Councillors Mrs Aspinall (Chair) and Ball. Also: the Reverend Hope.',
  );
  expect(words({ person: 'a', role: 'vice-chair' })).toBe('Councillor Mrs Aspinall (Vice Chair).');
  expect(words({ person: 'c' })).toBe('Also: the Reverend Hope.');
  expect(words()).toBeUndefined();
});
