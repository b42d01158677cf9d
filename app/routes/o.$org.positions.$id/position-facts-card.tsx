import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import type { ListedPosition } from '~/modules/people/queries/list-positions';

interface PositionFactsCardProps {
  readonly position: ListedPosition;
  readonly titles: Readonly<Record<string, string>>;
}

/** What a post is and where it stands. */
export function PositionFactsCard({ position, titles }: PositionFactsCardProps) {
  const { soc, roleBand, team, site, critical, closedOn, externalId } = position;
  return (
    <Card title="The post">
      <dl className="editor-facts">
        <dt>Number</dt>
        <dd>{externalId}</dd>
        <dt>Team</dt>
        <dd>{team ?? 'a team that is no more'}</dd>
        <dt>Site</dt>
        <dd>{site ?? 'none'}</dd>
        <dt>Occupation</dt>
        <dd>{soc ? `${titles[soc] ?? 'Not in the catalogue'} (${soc})` : 'none'}</dd>
        <dt>Role band</dt>
        <dd>{roleBand ? ROLE_BAND_LABELS[roleBand] : 'not said'}</dd>
        {critical === null ? null : (
          <>
            <dt>Critical</dt>
            <dd>{critical ? 'yes' : 'no'}</dd>
          </>
        )}
        {closedOn ? (
          <>
            <dt>Closed from</dt>
            <dd>
              <DayText day={closedOn} />
            </dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}
