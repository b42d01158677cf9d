import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import {
  CONTEST_ANSWER_WORDS,
  type ContestAnswer,
  LONGEST_CONTEST_TEXT,
} from '~/modules/assessments/domain/contest';

interface AnswerFormProps {
  readonly decisions: readonly ContestAnswer[];
  readonly faultOf: (field: string) => string | undefined;
}

/** Asks what becomes of the rating, and why. */
export function AnswerForm({ decisions, faultOf }: AnswerFormProps) {
  return (
    <Card title="Answer">
      <Form method="post">
        <input type="hidden" name="intent" value="answer" />
        <fieldset className="contest-choice">
          <legend>What becomes of the rating</legend>
          {decisions.map((decision) => (
            <label key={decision}>
              <input type="radio" name="decision" value={decision} required />
              {CONTEST_ANSWER_WORDS[decision]}
            </label>
          ))}
          {faultOf('decision') ? <div className="field-error">{faultOf('decision')}</div> : null}
        </fieldset>
        <Field label="Why" name="answer" hint="The person reads it." error={faultOf('answer')}>
          {(control) => <textarea {...control} rows={5} maxLength={LONGEST_CONTEST_TEXT} required />}
        </Field>
        <Button type="submit" variant="primary">
          Answer
        </Button>
      </Form>
    </Card>
  );
}
