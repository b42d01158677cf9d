import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import type { CopyChoice } from '~/modules/frameworks/queries/list-copy-choices';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';

interface BeginFormProps {
  readonly occupation: { readonly soc: string; readonly title: string };
  readonly instrument: Instrument;
  readonly choices: readonly CopyChoice[];
  /** Id of the framework that is chosen at first; null: the one that counts. */
  readonly from: string | null;
  readonly faultOf: (field: string) => string | undefined;
}

/** What the draft begins with, and its version label. */
export function BeginForm({ occupation, instrument, choices, from, faultOf }: BeginFormProps) {
  const { soc, title } = occupation;
  const chosen = choices.find(({ id }) => id === from)?.id ?? choices[0]?.id ?? '';
  return (
    <Card title={`${title}, ${INSTRUMENT_LABELS[instrument]}`}>
      <Form method="post" className="editor-form">
        <input type="hidden" name="soc" value={soc} />
        <input type="hidden" name="instrument" value={instrument} />
        <fieldset className="begin-choices">
          <legend>Begin with</legend>
          {choices.map(({ id, version, own, statements }) => (
            <label key={id} className="check">
              <input type="radio" name="copyOf" value={id} defaultChecked={id === chosen} />
              <span>
                A copy of <b>{version}</b>{' '}
                <span className="small">
                  {own ? 'your own' : 'shared catalogue'}, {statements} statements
                </span>
              </span>
            </label>
          ))}
          <label className="check">
            <input type="radio" name="copyOf" value="" defaultChecked={chosen === ''} />
            <span>Four empty levels</span>
          </label>
        </fieldset>
        {choices.some(({ own }) => !own) ? (
          <p className="small">
            A copy of a shared framework is a text of somebody else: its licence is copied too, and says what
            you may do with it.
          </p>
        ) : null}
        <Field
          label="Version"
          name="version"
          hint="A label of your own, such as own-2026.1; the numbers in it say which version is newer."
          required
          maxLength={500}
          error={faultOf('version')}
        />
        <Button type="submit" variant="primary">
          Begin the draft
        </Button>
      </Form>
    </Card>
  );
}
