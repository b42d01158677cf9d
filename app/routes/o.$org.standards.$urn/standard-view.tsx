import { Card } from '~/components/card';
import type { SourceResource } from '~/modules/occupations/domain/api-schemas';
import type { StandardResource } from '~/modules/occupations/domain/standard-schemas';
import { ReviewMark } from '~/modules/occupations/ui/review-mark';
import { SourceList } from '~/modules/occupations/ui/source-list';
import { StandardGlossary } from '~/modules/occupations/ui/standard-glossary';
import { StandardStatements } from '~/modules/occupations/ui/standard-statements';
import { LinkedOccupations } from './linked-occupations';
import { StandardFacts } from './standard-facts';

interface StandardViewProps {
  readonly standard: StandardResource;
  readonly sources: readonly SourceResource[];
  /** Address of the list of occupations. */
  readonly occupations: string;
  /** Whether the reader may link it to occupations. */
  readonly mayWrite: boolean;
  /** Why the code that was sent was refused. */
  readonly refused: string | null;
}

/** All that a standard says, and what it is linked to. */
export function StandardView({ standard, sources, occupations, mayWrite, refused }: StandardViewProps) {
  return (
    <>
      <ReviewMark reviewDate={standard.reviewDate} reviewOverdue={standard.reviewOverdue} />
      <div className="standard-columns">
        <div>
          <Card title="Overview">
            <p className="prose">{standard.overview}</p>
            {standard.activities.length > 0 ? (
              <ol className="activities">
                {standard.activities.map((activity) => (
                  <li key={activity}>{activity}</li>
                ))}
              </ol>
            ) : null}
          </Card>
          <Card title="Performance criteria" aside={<Count headings={standard.performance} />}>
            <StandardStatements headings={standard.performance} />
          </Card>
        </div>
        <div>
          <Card title="Linked occupations">
            <LinkedOccupations
              occupations={standard.occupations}
              place={occupations}
              version={standard.version}
              mayWrite={mayWrite}
              refused={refused}
            />
          </Card>
          <Card title="Knowledge and understanding" aside={<Count headings={standard.knowledge} />}>
            <StandardStatements headings={standard.knowledge} />
          </Card>
          <StandardGlossary glossary={standard.glossary} sections={standard.sections} />
          <Card title="About this standard">
            <StandardFacts standard={standard} />
          </Card>
          <Card title="Sources">
            <SourceList sources={sources} />
          </Card>
        </div>
      </div>
    </>
  );
}

function Count({ headings }: { readonly headings: readonly { readonly statements: readonly object[] }[] }) {
  const count = headings.reduce((sum, { statements }) => sum + statements.length, 0);
  return <span className="small">{`${count} under ${headings.length} headings`}</span>;
}
