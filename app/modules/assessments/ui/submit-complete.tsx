import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { RatedPersonView } from '../queries/rating-grid';
import type { RatingGridState } from './use-rating-grid';

interface SubmitCompleteProps {
  readonly people: readonly RatedPersonView[];
  readonly dimensions: readonly Dimension[];
  /** The cycle, or `own`. */
  readonly query: string;
  readonly grid: RatingGridState;
}

const LABELS = ['No complete draft to submit', 'Submit 1 complete draft'];

/** Submits all drafts in which every dimension says something; nothing where nobody can be rated now. */
export function SubmitComplete({ people, dimensions, query, grid }: SubmitCompleteProps) {
  const complete = people.filter(
    ({ employeeId, hindrance, state }) =>
      hindrance === null &&
      (state === 'draft' || grid.cells.isChanged(employeeId)) &&
      dimensions.every((dimension) => grid.cellAt(employeeId, dimension).value !== null),
  );
  if (people.every(({ hindrance }) => hindrance !== null)) return null;
  const isWaiting = complete.some(({ employeeId }) => grid.cells.isWaiting(employeeId));
  return (
    <Form method="post" className="rate-bar">
      <input type="hidden" name="cycle" value={query} />
      {complete.map(({ employeeId }) => (
        <input key={employeeId} type="hidden" name="person" value={employeeId} />
      ))}
      <Button type="submit" disabled={complete.length === 0 || isWaiting}>
        {LABELS[complete.length] ?? `Submit ${complete.length} complete drafts`}
      </Button>
      <span className="small">
        Complete: every dimension has a level or a question mark. A draft counts for nothing until it is
        submitted.
      </span>
    </Form>
  );
}
