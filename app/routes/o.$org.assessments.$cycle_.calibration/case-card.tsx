import { Link } from '@remix-run/react';
import { useRef } from 'react';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { PanelStatements } from '~/modules/capability/ui/panel-statements';
import type { CalibrationState } from './calibration-state';
import { DecisionForm } from './decision-form';
import { HeldDecision } from './held-decision';
import { OutcomeTable } from './outcome-table';
import { useCalibrationKeys } from './use-calibration-keys';

type Current = NonNullable<CalibrationState['current']>;

interface CaseCardProps
  extends Pick<
    CalibrationState,
    'statements' | 'maySettle' | 'previous' | 'next' | 'show' | 'base' | 'timeZone'
  > {
  readonly current: Current;
  readonly faultOf: (field: string) => string | undefined;
}

/** One disagreement: what each rater says, what it would change, and the decision. */
export function CalibrationCaseCard(props: CaseCardProps) {
  const { current, statements, maySettle, previous, next, show, base } = props;
  const ref = useRef<HTMLDivElement>(null);
  const shown = show === 'decided' ? '&show=decided' : '';
  const to = (key: string | null) => (key === null ? null : `?case=${key}${shown}`);
  const keys = useCalibrationKeys(ref, { previous: to(previous), next: to(next) });
  return (
    <div className="stack" ref={ref}>
      <Card
        title={`${current.label}, ${current.name}`}
        aside={
          <nav className="calibration-steps" aria-label="Disagreements">
            {previous ? (
              <Link className="link" to={to(previous) ?? ''}>
                Previous
              </Link>
            ) : null}
            {next ? (
              <Link className="link" to={to(next) ?? ''}>
                Next
              </Link>
            ) : null}
            <Link className="link" to={`${base}/people/${current.employeeId}`}>
              Profile
            </Link>
          </nav>
        }
      >
        <Sides {...current} />
        <h3>What a value would change</h3>
        <OutcomeTable {...current} />
        {current.held ? <HeldDecision {...props} held={current.held} /> : null}
        {maySettle && !current.isImported ? <DecisionForm {...props} /> : null}
        {current.isImported ? <p>A file brought a calibrated value: nothing is left to settle.</p> : null}
        {keys.isLive ? (
          <label className="check small">
            <input
              type="checkbox"
              checked={keys.areOn}
              onChange={(event) => keys.setAreOn(event.currentTarget.checked)}
            />
            Single keys work from anywhere on the page
          </label>
        ) : null}
        {maySettle ? null : <p className="small">Values are settled while the cycle is closed.</p>}
      </Card>
      {statements.length > 0 ? (
        <Card title="Statements">
          <PanelStatements occupations={statements} />
        </Card>
      ) : null}
    </div>
  );
}

function Sides({ sides, untoldPeers, levelLabels }: Current) {
  return (
    <>
      <ul className="calibration-sides">
        {sides.map((side) => (
          <li key={side.key}>
            <span className="calibration-level" data-level={side.level}>
              {side.level}
            </span>
            <div>
              <b>
                {side.who}
                {side.name ? `, ${side.name}` : ''}
              </b>
              <div className="small">
                {levelLabels[side.level]}, <DayText day={side.assessedOn} />
              </div>
              {side.evidence.map(({ key, text, accepted }) => (
                <p key={key} className="person-words">
                  {text}
                  {accepted ? null : <span className="small"> (not accepted yet)</span>}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {untoldPeers > 0 ? <p className="small">Peers who rated are too few to be told.</p> : null}
    </>
  );
}
