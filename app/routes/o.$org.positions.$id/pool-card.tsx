import { Link } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { ROLE_BAND_LABELS, type RoleBand } from '~/modules/people/domain/role-band';
import type { Position } from '~/modules/people/queries/get-position';

interface PoolCardProps {
  readonly pool: {
    readonly bands: readonly number[];
    readonly occupations: readonly string[];
    readonly teams: readonly string[];
    readonly sites: readonly string[];
  };
  readonly candidates: Position['candidates'];
  readonly titles: Readonly<Record<string, string>>;
  /** Address of its form; null for whoever only reads. */
  readonly to: string | null;
  readonly base: string;
}

/** From where the post may be filled. */
export function PoolCard({ pool, candidates, titles, to, base }: PoolCardProps) {
  const { bands, occupations, teams, sites } = pool;
  const isDefault = [bands, occupations, teams, sites].every((list) => list.length === 0);
  const words = (list: readonly string[]) => (list.length > 0 ? list.join('; ') : 'any');
  return (
    <Card title="Pool" aside={to ? <ButtonLink to={to}>Change the pool</ButtonLink> : null}>
      {isDefault ? (
        <p>
          Default pool: active people in the same or a closely related occupation, in the band of the post or
          up to two below.
        </p>
      ) : (
        <dl className="editor-facts">
          <dt>Bands</dt>
          <dd>
            {bands.length > 0 ? words(bands.map((band) => ROLE_BAND_LABELS[band as RoleBand])) : 'default'}
          </dd>
          <dt>Occupations</dt>
          <dd>{occupations.length > 0 ? words(occupations.map((soc) => titles[soc] ?? soc)) : 'default'}</dd>
          <dt>Teams</dt>
          <dd>{words(teams)}</dd>
          <dt>Sites</dt>
          <dd>{words(sites)}</dd>
        </dl>
      )}
      {candidates && candidates.length > 0 ? (
        <>
          <h3>Entered by hand</h3>
          <ul>
            {candidates.map(({ employeeId, name, move }) => (
              <li key={employeeId}>
                <Link className="link" to={`${base}/people/${employeeId}`}>
                  {name}
                </Link>
                , {move === 'down' ? 'a move down' : 'a move sideways'}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
