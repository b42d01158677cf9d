import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { LONGEST_REASON } from '~/modules/assessments/domain/calibration-reason';
import type { CalibrationState } from './calibration-state';

interface DecisionFormProps {
  readonly current: NonNullable<CalibrationState['current']>;
  readonly faultOf: (field: string) => string | undefined;
}

const LEVELS = [0, 1, 2, 3, 4] as const;

/** Asks for the value and for why; works by itself, and quicker with keys. */
export function DecisionForm({ current, faultOf }: DecisionFormProps) {
  const { employeeId, dimension, held, levelLabels } = current;
  return (
    <Form method="post" className="calibration-form">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="person" value={employeeId} />
      <input type="hidden" name="dimension" value={dimension} />
      <input type="hidden" name="held" value={held?.calibrationId ?? ''} />
      <fieldset className="calibration-choice">
        <legend>{held ? 'Another value' : 'Calibrated value'}</legend>
        {LEVELS.map((level) => (
          <label key={level}>
            <input type="radio" name="level" value={level} required />
            {level} {levelLabels[level]}
          </label>
        ))}
      </fieldset>
      {faultOf('level') ? <div className="field-error">{faultOf('level')}</div> : null}
      <Field
        label="Why"
        name="reason"
        hint="The person reads it. No health information."
        error={faultOf('reason')}
      >
        {(control) => <textarea {...control} rows={3} maxLength={LONGEST_REASON} required />}
      </Field>
      <div className="toolbar">
        <Button type="submit" variant="primary">
          Settle
        </Button>
        <span className="small calibration-keys needs-script">
          <kbd>0</kbd>–<kbd>4</kbd> value, <kbd>R</kbd> reason, <kbd>Ctrl</kbd> <kbd>Enter</kbd> settle,{' '}
          <kbd>J</kbd> next, <kbd>K</kbd> previous, <kbd>U</kbd> take back
        </span>
      </div>
    </Form>
  );
}
