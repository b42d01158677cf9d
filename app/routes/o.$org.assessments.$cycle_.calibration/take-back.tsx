import { Form } from '@remix-run/react';
import { Button } from '~/components/button';

interface TakeBackProps {
  readonly decision: {
    readonly employeeId: string;
    readonly dimension: string;
    readonly calibrationId: string;
  };
  readonly says: string;
}

/** The way back from a decision: a button, and what the key U sends. */
export function TakeBack({ decision, says }: TakeBackProps) {
  return (
    <Form method="post" data-undo="">
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="person" value={decision.employeeId} />
      <input type="hidden" name="dimension" value={decision.dimension} />
      <input type="hidden" name="held" value={decision.calibrationId} />
      <Button type="submit">{says}</Button>
    </Form>
  );
}
