import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';
import { LONGEST_CONTEST_TEXT } from '~/modules/assessments/domain/contest';
import { RATER_KIND_WORDS } from '~/modules/capability/domain/rater-kind-words';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { PersonState } from './person-state';

interface ContestFormProps {
  readonly contest: NonNullable<PersonState['contest']>;
  readonly fault: string | undefined;
}

/** Contests a rating, or the level of a dimension, of one's own. */
export function ContestForm({ contest, fault }: ContestFormProps) {
  const { dimension, rating, level, raterKind, assessedOn } = contest;
  const label = DIMENSION_LABELS[dimension];
  return (
    <div id="contest" className="contest-form">
      <Card title={rating === '' ? `Contest the level in ${label}` : `Contest a rating in ${label}`}>
        <p>
          Level {level}, {RATER_KIND_WORDS[raterKind].toLowerCase()}, <DayText day={assessedOn} />. It is
          marked as contested until an HR partner or the director answers; whoever gave it does not answer.
        </p>
        <Form method="post">
          <input type="hidden" name="intent" value="contest" />
          <input type="hidden" name="dimension" value={dimension} />
          <input type="hidden" name="rating" value={rating} />
          <Field
            label="Why it is not right"
            name="statement"
            hint="Read by you and by those who answer."
            error={fault}
          >
            {(control) => <textarea {...control} rows={5} maxLength={LONGEST_CONTEST_TEXT} required />}
          </Field>
          <div className="toolbar">
            <Button type="submit" variant="primary">
              Contest
            </Button>
            <Link className="link" to="?">
              Cancel
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  );
}
