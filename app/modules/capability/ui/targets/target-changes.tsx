import { DIMENSION_LABELS, isDimension } from '~/modules/frameworks/domain/dimension';
import type { TargetChange } from '~/modules/people/domain/plan-targets';
import { targetWords } from './target-words';

interface TargetChangesProps {
  readonly changes: readonly (TargetChange & {
    readonly profile?: string;
    /** Nothing was written of the profile before: the default target counted. */
    readonly wasDefault?: boolean;
  })[];
  /** Names the table for those who do not see where it stands. */
  readonly label: string;
}

/** Before and after by dimension; with the profile first where there are several. */
export function TargetChanges({ changes, label }: TargetChangesProps) {
  const several = changes.some(({ profile }) => profile !== undefined);
  return (
    <table className="table target-changes" aria-label={label}>
      <thead>
        <tr>
          {several ? <th scope="col">Profile</th> : null}
          <th scope="col">Dimension</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ soc, roleBand, dimension, before, after, profile, wasDefault }) =>
          isDimension(dimension) ? (
            <tr key={`${soc} ${roleBand} ${dimension}`}>
              {several ? <td data-label="Profile">{profile}</td> : null}
              <th scope="row">{DIMENSION_LABELS[dimension]}</th>
              <td data-label="Before">
                {wasDefault ? `default target ${roleBand}` : targetWords(dimension, before)}
              </td>
              <td data-label="After">{targetWords(dimension, after)}</td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}
