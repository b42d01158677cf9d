import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { AskedTargets } from '../../domain/targets/target-profile-view';

interface LevelMeaning {
  readonly rank: number;
  readonly label: string;
  readonly statements: readonly { readonly label: string; readonly behaviour: string }[];
}

interface TargetMeaningsProps {
  readonly profile: {
    readonly soc: string;
    readonly title: string;
    readonly written: AskedTargets | null;
    readonly byDefault: AskedTargets;
    readonly meanings: Readonly<
      Partial<Record<(typeof DIMENSIONS)[number], readonly LevelMeaning[] | undefined>>
    >;
  };
  readonly base: string;
}

/** What the levels mean in the occupation's own framework, the level that is asked marked. */
export function TargetMeanings({ profile, base }: TargetMeaningsProps) {
  const { soc, title, written, byDefault, meanings } = profile;
  const asked = written ?? byDefault;
  const known = DIMENSIONS.filter((dimension) => meanings[dimension]);
  return (
    <Card title="What the levels mean here">
      {known.length === 0 ? (
        <p>
          No framework describes {title} yet. Its levels would be explained here;{' '}
          <Link to={`${base}/occupations/${soc}`}>see the occupation</Link>.
        </p>
      ) : null}
      {known.map((dimension) => {
        const level = asked[dimension]?.level ?? null;
        return (
          <details key={dimension} className="disclosure statements">
            <summary>
              {DIMENSION_LABELS[dimension]}
              <span className="small">{level === null ? 'not asked' : `asked: ${level}`}</span>
            </summary>
            {(meanings[dimension] ?? []).map((one) => (
              <section key={one.rank}>
                <h3>
                  {one.rank} {one.label}
                  {one.rank === level ? ' (asked)' : ''}
                </h3>
                <ul>
                  {one.statements.map(({ label, behaviour }) => (
                    <li key={`${label} ${behaviour}`} className="statement">
                      {label ? <b>{label}. </b> : null}
                      {behaviour}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </details>
        );
      })}
    </Card>
  );
}
