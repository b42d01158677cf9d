import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';

interface WaitingCardProps {
  readonly lowering: {
    readonly loweringId: string;
    readonly fromK: number;
    readonly toK: number;
    readonly reason: string;
    readonly asker: string;
  };
  readonly mayAgree: boolean;
  readonly mayDecline: boolean;
}

/** What waits for the second person. */
export function WaitingCard({ lowering, mayAgree, mayDecline }: WaitingCardProps) {
  const { loweringId, fromK, toK, reason, asker } = lowering;
  return (
    <Card title={`Groups of ${toK} instead of ${fromK}`}>
      <p className="field">
        {asker} asks for it: {reason}
      </p>
      <p className="field field-hint">
        {mayAgree
          ? 'When you agree it holds from the next release on, and the privacy notice says so.'
          : 'Nothing changes until an HR partner agrees.'}
      </p>
      {mayAgree || mayDecline ? (
        <Form method="post" className="toolbar">
          <input type="hidden" name="lowering" value={loweringId} />
          {mayAgree ? (
            <Button type="submit" name="intent" value="agree" variant="primary">
              Agree
            </Button>
          ) : null}
          <Button type="submit" name="intent" value="decline">
            {mayAgree ? 'Decline' : 'Take back'}
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}
