interface TitleMarksProps {
  readonly title: {
    readonly people: number;
    readonly unmapped: number;
    readonly states: readonly string[];
    readonly faults: readonly {
      readonly soc: string;
      readonly was: string | null;
      readonly now: string | null;
    }[];
    readonly held: readonly { readonly soc: string; readonly title: string; readonly people: number }[];
  };
}

/** Why a title is to be looked at, and what its people are held as. */
export function TitleMarks({ title: { people, unmapped, states, faults, held } }: TitleMarksProps) {
  return (
    <ul className="mapping-marks">
      {unmapped > 0 ? (
        <li data-tone="warn">
          {unmapped === people ? 'unmapped' : `${unmapped.toLocaleString('en')} unmapped`}
        </li>
      ) : null}
      {states.includes('low_confidence') ? <li data-tone="warn">low confidence</li> : null}
      {faults.map(({ soc, was, now }) => (
        <li key={soc} data-tone="bad">
          {now === null
            ? `${was ?? soc} (${soc}) is not in the release any more`
            : `${was ?? soc} (${soc}) is called ${now} now`}
        </li>
      ))}
      {held.map((one) => (
        <li key={one.soc}>
          {one.people.toLocaleString('en')} held as {one.title}
        </li>
      ))}
    </ul>
  );
}
