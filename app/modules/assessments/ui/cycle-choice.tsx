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

interface TicksProps extends ChoiceProps {
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
}

/** Several of a few. */
export function CycleTicks({ legend, name, options, chosen, fault }: TicksProps) {
  return (
    <fieldset className="cycle-choice">
      <legend>{legend}</legend>
      {options.map(([value, words]) => (
        <label key={value} className="check">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          {words}
        </label>
      ))}
      {fault ? <div className="field-error">{fault}</div> : null}
    </fieldset>
  );
}
