import { useFetcher } from '@remix-run/react';
import { useId } from 'react';
import { Field } from './field';

interface SuggestFieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly value: string;
  /** What can be chosen before anything is typed. */
  readonly options: readonly string[];
  /** Address that answers `{ options }` for what was typed, which is put at its end. */
  readonly source: string;
}

const SHORTEST = 2;

/** A text field that offers what fits while one types; without script it is a text that is understood when sent. */
export function SuggestField({ label, name, hint, error, value, options, source }: SuggestFieldProps) {
  const list = useId();
  const fetcher = useFetcher<{ options: readonly string[] }>();
  const offered = fetcher.data?.options ?? options;
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => (
        <>
          <input
            {...control}
            defaultValue={value}
            key={value}
            list={list}
            autoComplete="off"
            onChange={({ target }) => {
              const typed = target.value.trim();
              if (typed.length >= SHORTEST) fetcher.load(`${source}${encodeURIComponent(typed)}`);
            }}
          />
          <datalist id={list}>
            {offered.map((option) => (
              <option key={option} value={option} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
