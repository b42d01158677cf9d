import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { ROLE_BAND_LABELS, ROLE_BANDS } from '~/modules/people/domain/role-band';

interface ScopeFieldsProps {
  readonly title: { readonly people: number; readonly waiting: number };
  readonly errorOf: (field: string) => string | undefined;
}

/** For whom, in which band and from when. */
export function ScopeFields({ title: { people, waiting }, errorOf }: ScopeFieldsProps) {
  return (
    <>
      <fieldset>
        <legend>For</legend>
        {waiting > 0 ? (
          <label className="mapping-choice">
            <input type="radio" name="who" value="waiting" defaultChecked />
            <span>
              {waiting === 1 ? 'the one who waits' : `the ${waiting.toLocaleString('en')} who wait`} for it;
              remembered for the title
            </span>
          </label>
        ) : null}
        <label className="mapping-choice">
          <input type="radio" name="who" value="all" defaultChecked={waiting === 0} />
          <span>everybody with the title ({people.toLocaleString('en')}); remembered for the title</span>
        </label>
        <label className="mapping-choice">
          <input type="radio" name="who" value="some" />
          <span>only the people ticked below; not remembered</span>
        </label>
        {errorOf('person') ? <p className="field-error">{errorOf('person')}</p> : null}
      </fieldset>
      <div className="mapping-fields">
        <Field label="Role band" name="band">
          {(control) => (
            <select {...control} defaultValue="">
              <option value="">As each title says</option>
              {ROLE_BANDS.map((band) => (
                <option key={band} value={band}>
                  {ROLE_BAND_LABELS[band]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="From"
          name="from"
          type="date"
          error={errorOf('from')}
          hint="Empty: since they have the title where nothing was confirmed before, else today."
        />
      </div>
      <div>
        <Button type="submit" variant="primary">
          Confirm
        </Button>
      </div>
    </>
  );
}
