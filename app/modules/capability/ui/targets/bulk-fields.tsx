import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';

interface BulkFieldsProps {
  readonly profiles: readonly { readonly id: string; readonly label: string; readonly isWritten: boolean }[];
  readonly today: string;
}

/** Which dimensions of which profiles get what. */
export function BulkFields({ profiles, today }: BulkFieldsProps) {
  return (
    <Card title="What to set">
      <Form method="post">
        <fieldset className="target-choices" data-long={profiles.length > 20 ? true : undefined}>
          <legend>Profiles</legend>
          {profiles.map(({ id, label, isWritten }) => (
            <label key={id} className="check">
              <input type="checkbox" name="profile" value={id} defaultChecked />
              <span>
                {label} <span className="small">{isWritten ? 'written' : 'default target'}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className="target-choices">
          <legend>Dimensions</legend>
          {DIMENSIONS.map((dimension) => (
            <label key={dimension} className="check">
              <input type="checkbox" name="dimension" value={dimension} />
              {DIMENSION_LABELS[dimension]}
            </label>
          ))}
        </fieldset>
        <div className="settings-fields">
          <Choice name="level" label="Level" options={LEVEL_CHOICES} />
          <Choice name="weight" label="Weight" options={WEIGHT_CHOICES} />
          <Choice name="critical" label="Critical" options={CRITICAL_CHOICES} />
          <Field label="From" name="from" type="date" defaultValue={today} required />
        </div>
        <Button type="submit" name="intent" value="preview" variant="primary">
          Show the differences
        </Button>
      </Form>
    </Card>
  );
}

type Options = readonly (readonly [string, string])[];

const AS_IT_IS = ['', 'as it is'] as const;
const LEVEL_CHOICES: Options = [
  AS_IT_IS,
  ['none', 'not asked'],
  ...['0', '1', '2', '3', '4'].map((level) => [level, level] as const),
];
const WEIGHT_CHOICES: Options = [
  AS_IT_IS,
  ...['1', '2', '3'].map((weight) => [weight, weight] as const),
  ['0', '0 does not count'],
];
const CRITICAL_CHOICES: Options = [AS_IT_IS, ['yes', 'critical'], ['no', 'not critical']];

function Choice({ name, label, options }: { name: string; label: string; options: Options }) {
  return (
    <Field label={label} name={name}>
      {(control) => (
        <select {...control} defaultValue="">
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
