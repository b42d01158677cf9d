interface TickChoiceProps {
  readonly legend: string;
  readonly name: string;
  /** Values with their words. */
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: readonly string[];
  readonly hint?: string;
  readonly fault?: string | undefined;
}

/** More than this scroll within their own frame. */
const FEW = 12;

/** Several of some, by ticks: nothing has to be held down, and what is chosen is seen. */
export function TickChoice({ legend, name, options, chosen, hint, fault }: TickChoiceProps) {
  const hintId = hint ? `${name}-hint` : undefined;
  return (
    <fieldset className="tick-choice" {...(hintId ? { 'aria-describedby': hintId } : {})}>
      <legend>{legend}</legend>
      {hint ? (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      ) : null}
      <div className="tick-choice-options" data-many={options.length > FEW ? '' : undefined}>
        {options.map(([value, words]) => (
          <label key={value} className="check">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {words}
          </label>
        ))}
      </div>
      {fault ? <div className="field-error">{fault}</div> : null}
    </fieldset>
  );
}
