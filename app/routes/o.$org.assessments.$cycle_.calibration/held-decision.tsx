import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { MomentText } from '~/components/date-text';
import type { CalibrationState } from './calibration-state';

type Current = NonNullable<CalibrationState['current']>;

interface HeldDecisionProps extends Pick<CalibrationState, 'maySettle' | 'timeZone'> {
  readonly current: Current;
  readonly held: NonNullable<Current['held']>;
}

/** The decision that holds, and the way back. */
export function HeldDecision({ current, held, maySettle, timeZone }: HeldDecisionProps) {
  return (
    <div className="calibration-held">
      <p>
        <b>Settled at {held.level}</b>{' '}
        <span className="small">
          by {held.by}, <MomentText moment={held.decidedAt} zone={timeZone} />
        </span>
      </p>
      <p className="person-words">{held.reason}</p>
      {maySettle ? (
        <Form method="post" data-undo="">
          <input type="hidden" name="intent" value="undo" />
          <input type="hidden" name="person" value={current.employeeId} />
          <input type="hidden" name="dimension" value={current.dimension} />
          <input type="hidden" name="held" value={held.calibrationId} />
          <Button type="submit">Take back</Button>
        </Form>
      ) : null}
    </div>
  );
}
