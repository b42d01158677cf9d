import { MomentText } from '~/components/date-text';
import type { CalibrationState } from './calibration-state';
import { TakeBack } from './take-back';

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
        <TakeBack decision={{ ...current, calibrationId: held.calibrationId }} says="Take back" />
      ) : null}
    </div>
  );
}
