import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import type { PersonState } from './person-state';

const RATERS = { self: 'you yourself', manager: 'your manager', peer: 'peers' };

/** What the person is being rated for at present, and by whom; nothing where no cycle is open. */
export function OpenCycles({ id, purposes, base }: PersonState) {
  if (purposes.length === 0) return null;
  return (
    <Card title="You are being rated">
      {purposes.map(({ cycleId, name, purpose, closesOn, raterKinds, peersAnonymous, proposesPeers }) => (
        <div key={cycleId} className="open-cycle">
          <p>
            <strong>{name}</strong>, until <DayText day={closesOn} />, by{' '}
            {raterKinds.map((kind) => RATERS[kind]).join(', ')}
            {raterKinds.includes('peer')
              ? peersAnonymous
                ? ' (anonymous, at least three)'
                : ' (by name)'
              : ''}
          </p>
          {purpose ? <p className="person-words">{purpose}</p> : null}
          {proposesPeers ? (
            <p>
              <Link className="link" to={`${base}/assessments/${cycleId}/peers/${id}`}>
                Propose peers for {name}
              </Link>
            </p>
          ) : null}
        </div>
      ))}
    </Card>
  );
}
