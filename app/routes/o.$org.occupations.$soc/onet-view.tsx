import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import type { AttributeSource, Attributes } from '~/modules/occupations/domain/attribute-schemas';
import type { OnetProfileView } from '~/modules/occupations/queries/onet-profiles';
import { OccupationAttributes } from '~/modules/occupations/ui/occupation-attributes';
import { ProfileText } from '~/modules/occupations/ui/profile-text';

interface OnetViewProps {
  readonly title: string;
  readonly attributes: Attributes;
  readonly sources: readonly AttributeSource[];
  readonly profiles: readonly Omit<OnetProfileView, 'source'>[];
}

/** The source tables of an occupation in full, and its profile texts beside them. */
export function OnetView({ title, attributes, sources, profiles }: OnetViewProps) {
  const empty = Object.values(attributes).every((items) => items.length === 0);
  return (
    <>
      {empty ? (
        <Card>
          <EmptyState title="No data in the source">
            O*NET collects no skills, tasks or technology for {title}, or no release of it is loaded: the
            operator imports one with <code>npm run cadre -- import FOLDER</code>.
          </EmptyState>
        </Card>
      ) : (
        <OccupationAttributes attributes={attributes} sources={sources} />
      )}
      {profiles.map((profile) => (
        <div key={profile.sourceId} className="profile-text">
          <Card title="O*NET profile text" aside={<span className="small">release unknown</span>}>
            <ProfileText profile={profile} />
          </Card>
        </div>
      ))}
    </>
  );
}
