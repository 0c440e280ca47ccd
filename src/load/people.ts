/** People as papers print them. */
import type { Person } from '../model/council.js';

/** "Councillor Lowry, Cabinet Member for Finance"; an officer by the title of the post. */
export function printPerson(person: Person): string {
  const { name, title } = person;
  if (person.kind === 'officer') return title ?? name;
  if (title === name) return name;
  const styled = /^(councillor|cllr|lord mayor|the )/i.test(name) ? name : `Councillor ${name}`;
  return title === undefined ? styled : `${styled}, ${title}`;
}

/** True for what can only be meant as an id: small letters, figures and hyphens. */
export function looksLikeId(value: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}
