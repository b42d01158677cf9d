interface ChoiceProps {
  readonly legend: string;
  readonly name: string;
  /** Values with their words. */
  readonly options: readonly (readonly [string, string])[];
}

/** One of a few. */
export function CycleChoice({ legend, name, options, chosen }: ChoiceProps & { readonly chosen: string }) {
  return (
    <fieldset className="cycle-choice">
      <legend>{legend}</legend>
      {options.map(([value, words]) => (
        <label key={value} className="check">
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
