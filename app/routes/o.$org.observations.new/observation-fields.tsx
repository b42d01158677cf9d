import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { NO_HEALTH } from '~/modules/assessments/domain/evidence/evidence-kind';
import {
  LONGEST_EVENT,
  LONGEST_NOTE,
  OUTCOME_WORDS,
  OUTCOMES,
} from '~/modules/assessments/domain/observations/observation';
import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { FieldError } from '~/shared/errors';

export interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

interface Person {
  readonly employeeId: string;
  readonly externalId: string;
  readonly name: string;
  readonly title: string;
}

interface ObservationFieldsProps {
  readonly today: string;
  readonly people: readonly Person[];
  /** People of the team whom the form leaves out. */
  readonly left: number;
  /** Personnel number of the viewer; empty: none. */
  readonly observer: string;
  readonly refusal: Refusal | null;
}

/** The event, and of each person an outcome and a note. */
export function ObservationFields({ today, people, left, observer, refusal }: ObservationFieldsProps) {
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <Form method="post" className="stack">
      <Card title="The drill or review">
        <Field label="Day" name="observedOn" type="date" max={today} required error={faultOf('Day')} />
        <Field
          label="Drill or review"
          name="event"
          maxLength={LONGEST_EVENT}
          required
          hint="Such as “Evacuation drill, north gate”."
          error={faultOf('Drill or review')}
        />
        <Field label="Dimension" name="dimension" error={faultOf('Dimension')}>
          {(control) => (
            <select {...control} required>
              {DIMENSIONS.map((dimension) => (
                <option key={dimension} value={dimension}>
                  {DIMENSION_LABELS[dimension]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Personnel number of the observer"
          name="observer"
          maxLength={200}
          defaultValue={observer}
          hint="May stay empty. Nobody observes themselves."
          error={faultOf('Observer')}
        />
      </Card>
      <Card title="What they showed" padded={false}>
        <p className="card-body small">Leave out whom you did not see. The person can read it. {NO_HEALTH}</p>
        {left > 0 ? <Notice tone="warn">{left} more are in this team: choose one below it.</Notice> : null}
        <ul className="evidence-list">
          {people.map((person) => (
            <PersonFields key={person.employeeId} person={person} />
          ))}
        </ul>
      </Card>
      <p>
        <Button type="submit" variant="primary">
          Enter
        </Button>
      </p>
    </Form>
  );
}

function PersonFields({ person: { employeeId, name, title } }: { readonly person: Person }) {
  return (
    <li className="observed-person">
      <p>
        <strong>{name}</strong> <span className="small">{title}</span>
      </p>
      <select className="input" name={`outcome.${employeeId}`} aria-label={`Outcome of ${name}`}>
        <option value="">Not seen</option>
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {OUTCOME_WORDS[outcome]}
          </option>
        ))}
      </select>
      <input
        className="input"
        name={`note.${employeeId}`}
        maxLength={LONGEST_NOTE}
        placeholder="Note"
        aria-label={`Note on ${name}`}
      />
    </li>
  );
}
