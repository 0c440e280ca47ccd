/** The view of the list of people: councillors, then officers, with what each holds today. */
import { peoplePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { opaque, pageView, type PageView } from './page-view.js';
import { fullName, seatsOf } from './people.js';
import type { SiteIndex } from './site-index.js';

/** What the list of people prints. */
export interface PeopleView extends PageView {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly people: readonly {
      readonly id: string;
      readonly name: string;
      readonly facts: readonly string[];
    }[];
  }[];
}

/** All people as they stand on the day of the publication. */
export function peopleView(index: SiteIndex, paint: ChartPainter): PeopleView {
  const { publication } = index.input;
  const today = publication.asAt.slice(0, 10);
  const listed = (kind: 'councillor' | 'officer'): PeopleView['groups'][number]['people'] =>
    publication.people
      .filter((person) => person.kind === kind)
      .map((person) => ({
        id: person.id,
        name: fullName(person),
        facts: [person.title, person.ward, person.party, seatsOf(person, today, index)].filter(
          (fact) => fact !== undefined,
        ),
      }));
  return opaque({
    ...pageView(
      { path: peoplePath, title: 'People', nav: 'people', crumbs: [{ label: 'People' }] },
      index,
      paint,
    ),
    groups: [
      { id: 'councillors', title: 'Councillors', people: listed('councillor') },
      { id: 'officers', title: 'Officers', people: listed('officer') },
    ].filter((group) => group.people.length > 0),
  });
}
