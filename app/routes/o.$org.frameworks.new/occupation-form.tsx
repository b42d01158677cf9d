import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENT_LABELS, INSTRUMENT_ORDER } from '~/modules/frameworks/ui/instrument-labels';

interface OccupationFormProps {
  readonly soc: string;
  readonly instrument: Instrument;
  readonly error: string | undefined;
}

/** For which occupation and instrument; the address is its state. */
export function OccupationForm({ soc, instrument, error }: OccupationFormProps) {
  return (
    <Card title="For which occupation">
      <Form method="get" className="editor-form" key={`${soc} ${instrument}`}>
        <div className="editor-fields">
          <Field
            label="O*NET-SOC code"
            hint="Such as 33-9032.00; the page of an occupation shows it under its title."
            name="soc"
            required
            maxLength={10}
            error={error}
            defaultValue={soc}
          />
          <Field label="Instrument" hint="What is described at each level." name="instrument">
            {(control) => (
              <select {...control} defaultValue={instrument}>
                {INSTRUMENT_ORDER.map((one) => (
                  <option key={one} value={one}>
                    {INSTRUMENT_LABELS[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Button type="submit">Show what it can begin with</Button>
      </Form>
    </Card>
  );
}
