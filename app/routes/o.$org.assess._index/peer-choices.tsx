import { Link } from '@remix-run/react';
import type { PeerChoice } from '~/modules/assessments/queries/list-peer-choices';

interface PeerChoicesProps {
  readonly choices: readonly PeerChoice[];
  /** Address of the cycle. */
  readonly cycleTo: string;
}

/** Whose peers the viewer decides on as their manager, open where a proposal waits; nothing where there is nobody. */
export function PeerChoices({ choices, cycleTo }: PeerChoicesProps) {
  if (choices.length === 0) return null;
  const waiting = choices.reduce((sum, { proposed }) => sum + proposed, 0);
  return (
    <details className="disclosure rate-peers" open={waiting > 0}>
      <summary>
        Peers of your people{' '}
        <span className="small">
          {waiting > 0 ? waitingWords(waiting) : 'whom you ask to rate them beside you'}
        </span>
      </summary>
      <ul>
        {choices.map(({ employeeId, name, asked, proposed }) => (
          <li key={employeeId}>
            <Link className="link" to={`${cycleTo}/peers/${employeeId}`}>
              {name}
            </Link>{' '}
            <span className="small">
              {asked === 0 ? 'nobody asked' : `${asked} asked`}
              {proposed > 0 ? `, ${proposed} proposed` : ''}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const waitingWords = (proposals: number) =>
  proposals === 1 ? '1 proposal waits for you' : `${proposals} proposals wait for you`;
