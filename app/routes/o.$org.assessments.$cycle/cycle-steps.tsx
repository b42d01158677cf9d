import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import type { CycleState } from './cycle-state';
import { OpenStep } from './open-step';
import { ReopenForm } from './reopen-form';

type CycleStepsProps = Pick<CycleState, 'cycle' | 'steps' | 'faults' | 'wouldRate' | 'today'> & {
  readonly faultOf: (field: string) => string | undefined;
};

/** What can be done with the cycle next. */
export function CycleSteps({ cycle, steps, faults, wouldRate, today, faultOf }: CycleStepsProps) {
  if (steps.length === 0) return null;
  const revision = <input type="hidden" name="revision" value={cycle.revision} />;
  const isPast = cycle.state === 'open' && cycle.closesOn < today;
  const button = (intent: string, label: string, variant: 'primary' | 'plain' | 'danger') => (
    <Button type="submit" name="intent" value={intent} variant={variant}>
      {label}
    </Button>
  );
  return (
    <Card title="Next">
      {steps.includes('open') ? <OpenStep {...{ cycle, faults, wouldRate }} /> : null}
      {steps.includes('close') ? (
        <Form method="post">
          {revision}
          {isPast ? <p>Its end has passed: nobody rates any more but who has an extension.</p> : null}
          <p>Closing ends the rating and releases figures. What was begun and not submitted stays a draft.</p>
          {button('close', 'Close the cycle', isPast ? 'primary' : 'plain')}
        </Form>
      ) : null}
      {steps.includes('calibrate') || steps.includes('archive') ? (
        <Form method="post" className="cycle-buttons">
          {revision}
          {steps.includes('calibrate') ? button('calibrate', 'Calibration is done', 'primary') : null}
          {steps.includes('archive') ? button('archive', 'Put away', 'plain') : null}
        </Form>
      ) : null}
      {steps.includes('reopen') ? <ReopenForm {...{ revision: cycle.revision, today, faultOf }} /> : null}
    </Card>
  );
}
