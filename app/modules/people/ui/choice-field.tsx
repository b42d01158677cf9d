import { Field } from '~/components/field';

interface ChoiceFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  /** Words for nothing chosen; absent where something must be. */
  readonly empty?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A field whose values are few. */
export function ChoiceField({ label, name, value, options, empty, hint, error }: ChoiceFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => (
        <select {...control} key={value} defaultValue={value}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
