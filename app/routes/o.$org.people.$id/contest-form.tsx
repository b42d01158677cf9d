import { Form, Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';
import { LONGEST_CONTEST_TEXT } from '~/modules/assessments/domain/contest';
import { RATER_KIND_WORDS } from '~/modules/capability/domain/rater-kind-words';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { FieldError } from '~/shared/errors';
import type { PersonState } from './person-state';

interface ContestFormProps extends Pick<PersonState, 'contest' | 'contestable'> {
  readonly errors: readonly FieldError[];
}

/** Contests a rating, or the level of a dimension, of one's own; without a contest asked for, the dimension is chosen. */
export function ContestForm({ contest, contestable, errors }: ContestFormProps) {
  const place = useRef<HTMLDivElement>(null);
  // The link that leads here may stand far below: the keyboard goes on from the form.
  useEffect(() => place.current?.focus(), []);
  const faultOf = (field: string) => errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <div id="contest" className="contest-form" ref={place} tabIndex={-1}>
      <Card title={titleOf(contest)}>
        <p>
          {contest ? (
            <>
              Level {contest.level}, {RATER_KIND_WORDS[contest.raterKind].toLowerCase()},{' '}
              <DayText day={contest.assessedOn} />.{' '}
            </>
          ) : null}
          It is marked as contested until an HR partner or the director answers; whoever gave it does not
          answer.
        </p>
        <Form method="post">
          <input type="hidden" name="intent" value="contest" />
          <input type="hidden" name="rating" value={contest?.rating ?? ''} />
          {contest ? (
            <input type="hidden" name="dimension" value={contest.dimension} />
          ) : (
            <ChooseLevel contestable={contestable} fault={faultOf('dimension')} />
          )}
          <Field
            label="Why it is not right"
            name="statement"
            hint="Read by you and by those who answer."
            error={faultOf('statement')}
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

function titleOf(contest: PersonState['contest']): string {
  if (!contest) return 'Contest a level';
  const label = DIMENSION_LABELS[contest.dimension];
  return contest.rating === '' ? `Contest the level in ${label}` : `Contest a rating in ${label}`;
}

interface ChooseLevelProps extends Pick<PersonState, 'contestable'> {
  readonly fault: string | undefined;
}

function ChooseLevel({ contestable, fault }: ChooseLevelProps) {
  return (
    <Field
      label="Level that is not right"
      name="dimension"
      hint="A single rating of several is contested under History."
      error={fault}
    >
      {(control) => (
        <select {...control} defaultValue="" required>
          <option value="">Choose</option>
          {contestable.map(({ dimension, level }) => (
            <option key={dimension} value={dimension}>
              {DIMENSION_LABELS[dimension]}, level {level}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
