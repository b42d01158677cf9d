import { Form } from '@remix-run/react';
import { Button } from '~/components/button';

interface PeerRowProps {
  readonly peer: {
    readonly raterId: string;
    readonly name: string;
    readonly state: 'proposed' | 'approved' | 'declined';
    readonly rated: boolean;
  };
  /** Whether the reader approves and declines. */
  readonly decides: boolean;
}

const STATES = { proposed: 'Proposed', approved: 'Asked to rate', declined: 'Declined' };

/** One peer with the state, and the buttons of whoever decides. */
export function PeerRow({ peer: { raterId, name, state, rated }, decides }: PeerRowProps) {
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <span className="small">{rated ? 'Has rated' : STATES[state]}</span>
      </div>
      {decides && !rated ? (
        <Form method="post" className="cycle-buttons">
          <input type="hidden" name="peer" value={raterId} />
          {state === 'approved' ? null : (
            <Button type="submit" name="intent" value="approve" aria-label={`Approve ${name}`}>
              Approve
            </Button>
          )}
          {state === 'declined' ? null : (
            <Button
              type="submit"
              name="intent"
              value="decline"
              variant="quiet"
              aria-label={`Decline ${name}`}
            >
              Decline
            </Button>
          )}
        </Form>
      ) : null}
    </li>
  );
}
