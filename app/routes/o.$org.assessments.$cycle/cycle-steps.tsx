import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import type { CycleState } from './cycle-state';

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
      {steps.includes('open') ? (
        <>
          {faults.length > 0 || wouldRate === 0 ? (
            <Notice tone="warn">
              {faults.map(({ detail }) => (
                <p key={detail}>{detail}</p>
              ))}
              {wouldRate === 0 ? <p>Nobody is in it. Choose other people.</p> : null}
            </Notice>
          ) : (
            <p>
              {(wouldRate ?? 0).toLocaleString('en')} {wouldRate === 1 ? 'person is' : 'people are'} rated.
              They and their raters get a letter with the purpose.
            </p>
          )}
          <Form method="post" className="cycle-buttons">
            {revision}
            {faults.length === 0 && wouldRate !== 0 ? button('open', 'Open the cycle', 'primary') : null}
            {button('delete', 'Delete the draft', 'danger')}
          </Form>
        </>
      ) : null}
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
      {steps.includes('reopen') ? (
        <details className="cycle-reopen">
          <summary>Open it again</summary>
          <Form method="post">
            {revision}
            <Field
              label="Until"
              name="closesOn"
              type="date"
              min={today}
              error={faultOf('closesOn')}
              required
            />
            <Field
              label="Why"
              name="reason"
              hint="The audit log keeps it. Name nobody."
              maxLength={500}
              error={faultOf('reason')}
              required
            />
            {button('reopen', 'Open again', 'plain')}
          </Form>
        </details>
      ) : null}
    </Card>
  );
}
