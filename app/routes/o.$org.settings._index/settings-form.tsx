import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { DEFAULT_CONSTANTS } from '~/modules/capability/domain/constants';
import { METHOD_FIELDS, rangeInWords } from '~/modules/capability/domain/method-fields';
import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import { SETTING_RANGES } from '~/modules/organizations/domain/settings-ranges';
import type { EnteredSettings } from './settings-entered';

interface SettingsFormProps {
  readonly entered: EnteredSettings;
  readonly revision: number;
  readonly zones: readonly string[];
  /** The smallest group as it is set. */
  readonly k: number;
  readonly base: string;
  readonly mayWrite: boolean;
  readonly faultOf: (field: string) => string | undefined;
}

/** Everything that is set about days, figures, small groups and keeping. */
export function SettingsForm(props: SettingsFormProps) {
  const { revision, mayWrite } = props;
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="revision" value={revision} />
      <Card title="Days and what is assessed">
        <DayFields {...props} />
      </Card>
      <Card title="How figures come about">
        <MethodFields {...props} />
      </Card>
      <Card title="Small groups and keeping">
        <KeepingFields {...props} />
      </Card>
      {mayWrite ? (
        <div className="toolbar">
          <Button type="submit" name="intent" value="preview" variant="primary">
            Show what changes
          </Button>
        </div>
      ) : null}
    </Form>
  );
}

function DayFields({ entered, zones, mayWrite, faultOf }: SettingsFormProps) {
  return (
    <fieldset className="settings-fields" disabled={!mayWrite}>
      <Field
        label="Time zone"
        name="timeZone"
        hint="A day begins at midnight here."
        error={faultOf('timeZone')}
      >
        {(control) => (
          <select {...control} defaultValue={entered.texts['timeZone']}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="settings-choices">
        <legend>Instruments that you assess</legend>
        <div className="field-hint">Without a written target, only these have default targets.</div>
        {INSTRUMENTS.map((instrument) => (
          <label className="upload-choice" key={instrument}>
            <input
              type="checkbox"
              name="instrument"
              value={instrument}
              defaultChecked={entered.instruments.includes(instrument)}
            />
            {INSTRUMENT_LABELS[instrument]}
          </label>
        ))}
        {faultOf('instrument') ? <div className="field-error">{faultOf('instrument')}</div> : null}
      </fieldset>
    </fieldset>
  );
}

function MethodFields({ entered, mayWrite, faultOf }: SettingsFormProps) {
  return (
    <fieldset className="settings-fields" disabled={!mayWrite}>
      {METHOD_FIELDS.map((field) => (
        <Field
          key={field.name}
          label={field.unit ? `${field.label}, ${field.unit}` : field.label}
          name={field.name}
          inputMode="decimal"
          defaultValue={entered.texts[field.name]}
          required
          error={faultOf(field.name)}
          hint={`${field.meaning} Shows in ${field.shownIn}. ${rangeInWords(field)}; ${field.read(DEFAULT_CONSTANTS)} unless set.`}
        />
      ))}
    </fieldset>
  );
}

function KeepingFields({ entered, k, base, mayWrite, faultOf }: SettingsFormProps) {
  const { suppressionK, retentionMonths, ratingRetentionMonths } = SETTING_RANGES;
  return (
    <fieldset className="settings-fields" disabled={!mayWrite}>
      <Field
        label="Smallest group shown, people"
        name="suppressionK"
        inputMode="numeric"
        defaultValue={entered.texts['suppressionK']}
        required
        error={faultOf('suppressionK')}
        hint={
          <p>
            Shows in every released figure. {k} to {suppressionK.most} here;{' '}
            <Link to={`${base}/settings/smallest-group`}>smaller needs two people</Link>.
          </p>
        }
      />
      <Field
        label="Released figures are kept, months"
        name="retentionMonths"
        inputMode="numeric"
        defaultValue={entered.texts['retentionMonths']}
        required
        error={faultOf('retentionMonths')}
        hint={`Shows in trends and on earlier days. ${retentionMonths.least} to ${retentionMonths.most} months; 36 unless set.`}
      />
      <Field
        label="Ratings that no longer count are kept, months"
        name="ratingRetentionMonths"
        inputMode="numeric"
        defaultValue={entered.texts['ratingRetentionMonths']}
        error={faultOf('ratingRetentionMonths')}
        hint={`Shows in the copy of a person's record. ${ratingRetentionMonths.least} to ${ratingRetentionMonths.most} months; empty: until the person is erased.`}
      />
    </fieldset>
  );
}
