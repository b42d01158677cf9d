interface InlineSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
}

/** A choice in a bar, with its label before it; a new value from the address is shown as chosen. */
export function InlineSelect({ name, label, value, options }: InlineSelectProps) {
  return (
    <label className="check">
      {label}
      <select key={value} className="input" name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}
