import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import type { CycleState } from './cycle-state';

type OpenStepProps = Pick<CycleState, 'cycle' | 'faults' | 'wouldRate'>;

/** Opens a draft once nothing hinders it, with how many people it would rate; or deletes it. */
export function OpenStep({ cycle, faults, wouldRate }: OpenStepProps) {
  const people = wouldRate ?? 0;
  const isReady = faults.length === 0 && people > 0;
  return (
    <>
      {isReady ? (
        <p>
          {people.toLocaleString('en')} {people === 1 ? 'person is' : 'people are'} rated. They and their
          raters get a letter with the purpose.
        </p>
      ) : (
        <Notice tone="warn">
          {faults.map(({ detail }) => (
            <p key={detail}>{detail}</p>
          ))}
          {people === 0 ? <p>Nobody is in it. Choose other people.</p> : null}
        </Notice>
      )}
      <Form method="post" className="cycle-buttons">
        <input type="hidden" name="revision" value={cycle.revision} />
        {isReady ? (
          <Button type="submit" name="intent" value="open" variant="primary">
            Open the cycle
          </Button>
        ) : null}
        <Button type="submit" name="intent" value="delete" variant="danger">
          Delete the draft
        </Button>
      </Form>
    </>
  );
}
