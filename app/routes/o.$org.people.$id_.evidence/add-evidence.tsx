import { useNavigation } from '@remix-run/react';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { EvidenceForms } from '~/modules/assessments/ui/evidence-forms';
import type { FieldError } from '~/shared/errors';
import type { EvidenceState } from './evidence-state';
import { ratingLabel } from './rating-label';

interface AddEvidenceProps extends Pick<EvidenceState, 'ratings'> {
  readonly errors: readonly FieldError[];
}

/** Adds words, a link or a file to one of the ratings. */
export function AddEvidence({ ratings, errors }: AddEvidenceProps) {
  const sent = useNavigation().formData?.get('kind');
  const faultOf = (field: string) => errors.find(({ pointer }) => pointer === field)?.detail;
  const kind = kindOf(errors) ?? (typeof sent === 'string' ? sent : null);
  return (
    <Card title="Add evidence">
      <EvidenceForms faultOf={faultOf} refusedKind={kind} withWords>
        <Field label="Rating" name="rating" error={faultOf('rating')}>
          {(control) => (
            <select {...control} required>
              {ratings.map((rating) => (
                <option key={rating.name} value={rating.name}>
                  {ratingLabel(rating)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </EvidenceForms>
    </Card>
  );
}

/** The form that the faults are of. */
function kindOf(errors: readonly FieldError[]): string | null {
  if (errors.some(({ pointer }) => pointer === 'url')) return 'link';
  if (errors.some(({ pointer }) => pointer === 'file')) return 'file';
  return errors.some(({ pointer }) => pointer === 'text') ? 'text' : null;
}
