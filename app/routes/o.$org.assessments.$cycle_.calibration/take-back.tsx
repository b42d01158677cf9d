import { Form } from '@remix-run/react';
import { useRef } from 'react';
import { Button } from '~/components/button';
import { useUndoKey } from './use-calibration-keys';

interface TakeBackProps {
  readonly decision: {
    readonly employeeId: string;
    readonly dimension: string;
    readonly calibrationId: string;
  };
  readonly says: string;
  /** The key U is taken here: no case is shown that would. */
  readonly takesKey?: boolean;
}

/** The way back from a decision: a button, and what the key U sends. */
export function TakeBack({ decision, says, takesKey = false }: TakeBackProps) {
  const form = useRef<HTMLFormElement>(null);
  useUndoKey(form, takesKey);
  return (
    <Form method="post" data-undo="" ref={form}>
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="person" value={decision.employeeId} />
      <input type="hidden" name="dimension" value={decision.dimension} />
      <input type="hidden" name="held" value={decision.calibrationId} />
      <Button type="submit">{says}</Button>
    </Form>
  );
}
