import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { fitInWords } from '~/modules/capability/domain/fit-in-words';
import { DimensionHistory } from '~/modules/capability/ui/dimension-history';
import { EvidenceList } from '~/modules/capability/ui/evidence-list';
import { ProfileTable } from '~/modules/capability/ui/profile-table';
import { RatingChanges } from '~/modules/capability/ui/rating-changes';
import { ViewsOfRecord } from '~/modules/organizations/ui/views-of-record';
import { ContestsCard } from './contests-card';
import type { PersonState } from './person-state';
import { PlannedCard } from './planned-card';

type PersonProfileProps = PersonState & { readonly profile: NonNullable<PersonState['profile']> };

/** Levels with how they came about, evidence, what is contested, planned, and who saw it. */
export function PersonProfile(props: PersonProfileProps) {
  const { profile, histories, contests, contest, contestable, asOf, name, timeZone, seen, base } = props;
  const assessed = profile.dimensions.some((row) => row.level !== null);
  return (
    <>
      <Card title="Profile" aside={<span className="small">{fitInWords(profile.fit)}</span>} padded={false}>
        {assessed ? (
          <ProfileTable rows={profile.dimensions} linked contestable={contestable} />
        ) : (
          <EmptyState title="Not assessed yet">
            Levels stand here once an assessment of {name} has been submitted.
          </EmptyState>
        )}
      </Card>
      {contests.length > 0 ? <ContestsCard {...props} /> : null}
      {histories.some(({ entries, observations }) => entries.length + observations.length > 0) ? (
        <Card title="History" padded={false}>
          <div className="histories">
            {histories.map((history) => (
              <DimensionHistory
                key={history.dimension}
                {...history}
                asOf={asOf}
                open={contest?.dimension === history.dimension}
              />
            ))}
          </div>
        </Card>
      ) : null}
      <EvidenceList histories={histories} to={`${base}/people/${props.id}/evidence`} />
      {props.changes.length > 0 ? <RatingChanges changes={props.changes} timeZone={timeZone} /> : null}
      <PlannedCard {...props} />
      {seen ? <ViewsOfRecord views={seen.views} zone={timeZone} earlierTo={seen.earlierTo} /> : null}
      {seen ? (
        <p className="footnote">
          How data about you is used: <Link to={`${base}/privacy`}>privacy notice</Link>.
        </p>
      ) : null}
    </>
  );
}
