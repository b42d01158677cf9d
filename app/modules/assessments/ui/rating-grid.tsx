import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { RatedPersonView } from '../queries/rating-grid';
import { RatingPanel } from './rating-panel';
import { RatingPeopleList } from './rating-people-list';
import { RatingStatus } from './rating-status';
import { RatingTable } from './rating-table';
import { SubmitComplete } from './submit-complete';
import { useRatingGrid } from './use-rating-grid';
import type { StatementsBySoc } from './use-statements';

export interface RatingGridProps {
  /** Of this page: `/o/:org/assess`. */
  readonly base: string;
  readonly people: readonly RatedPersonView[];
  readonly dimensions: readonly Dimension[];
  readonly cycle: { readonly cycleId: string } | null;
  readonly statements: StatementsBySoc;
  readonly user: string;
  readonly organizationId: string;
  readonly timeZone: string;
}

/** People by dimension to be rated, with the panel of the cell that has the focus; on a phone a list of people. */
export function RatingGrid(props: RatingGridProps) {
  const { people, dimensions, base, cycle, timeZone } = props;
  const grid = useRatingGrid(props);
  const query = `?cycle=${cycle?.cycleId ?? 'own'}`;
  const hrefFor = (employeeId: string) => `${base}/${employeeId}${query}`;
  return (
    <>
      <RatingStatus
        saves={grid.cells.saves}
        timeZone={timeZone}
        rated={grid.rated}
        total={people.length * dimensions.length}
      />
      <div className="split rate-split" data-open="">
        <section className="card matrix-card" aria-label="Ratings">
          <div className="matrix-scroll" ref={grid.ref}>
            <RatingTable {...{ people, dimensions, grid, hrefFor }} />
          </div>
          <RatingKeys grid={grid} />
        </section>
        {grid.person && grid.dimension ? (
          <RatingPanel
            {...{ grid, person: grid.person, dimension: grid.dimension }}
            evidenceTo={`${base}/${grid.person.employeeId}/evidence${query}&dimension=${grid.dimension}`}
          />
        ) : null}
      </div>
      <RatingPeopleList {...{ people, dimensions, hrefFor }} cellAt={grid.cellAt} />
      <SubmitComplete {...{ people, dimensions, query: cycle?.cycleId ?? 'own', grid }} />
      <p className="sr-only" role="status">
        {grid.said}
      </p>
    </>
  );
}

function RatingKeys({ grid }: { readonly grid: ReturnType<typeof useRatingGrid> }) {
  const keys = [
    ['0–4', 'set and move on'],
    ['?', 'unsure'],
    ['E', 'evidence'],
    ['U', 'undo'],
    ['N', 'next person'],
    ['Enter', 'submit the person'],
  ] as const;
  return (
    <div className="legend rate-keys needs-script">
      {grid.hasKeys ? (
        <ul>
          {keys.map(([key, does]) => (
            <li key={key}>
              <kbd>{key}</kbd> {does}
            </li>
          ))}
        </ul>
      ) : (
        <span>Keys are off: arrows move, and the panel sets levels.</span>
      )}
      {grid.isLive ? (
        <label className="check legend-keys">
          <input
            type="checkbox"
            checked={grid.hasKeys}
            onChange={(event) => grid.setHasKeys(event.currentTarget.checked)}
          />
          Keys
        </label>
      ) : null}
    </div>
  );
}
