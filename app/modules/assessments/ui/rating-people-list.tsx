import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { countRated, type RatingCell } from '../domain/rating-cell';
import type { RatedPersonView } from '../queries/rating-grid';
import { OWN_KIND_WORDS } from './rating-words';

interface RatingPeopleListProps {
  readonly people: readonly RatedPersonView[];
  readonly dimensions: readonly Dimension[];
  readonly hrefFor: (employeeId: string) => string;
  readonly cellAt: (employeeId: string, dimension: Dimension) => RatingCell;
}

/** The people one by one: what a phone shows in place of the grid. */
export function RatingPeopleList({ people, dimensions, hrefFor, cellAt }: RatingPeopleListProps) {
  return (
    <ul className="rate-people">
      {people.map((person) => {
        const said = Object.fromEntries(dimensions.map((of) => [of, cellAt(person.employeeId, of)]));
        const rated = countRated(said, dimensions);
        return (
          <li key={person.employeeId}>
            <a className="card" href={hrefFor(person.employeeId)}>
              <b>{person.name}</b>
              <span className="small">
                {[person.occupation, OWN_KIND_WORDS[person.raterKind]].filter(Boolean).join(' · ')}
              </span>
              <span className="small">
                {rated} of {dimensions.length}
                {person.state === 'submitted' ? ', submitted' : rated > 0 ? ', draft' : ''}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
