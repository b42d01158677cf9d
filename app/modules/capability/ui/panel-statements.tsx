export interface StatementView {
  readonly label: string;
  readonly behaviour: string;
  readonly citations: readonly { readonly source: string; readonly title: string }[];
}

export interface OccupationStatements {
  readonly occupation: string;
  readonly soc: string;
  readonly levels: readonly {
    readonly rank: number;
    readonly label: string;
    readonly statements: readonly StatementView[];
  }[];
}

/** This and the next level in each occupation's own statements, the first occupation open. */
export function PanelStatements({ occupations }: { readonly occupations: readonly OccupationStatements[] }) {
  if (occupations.length === 0) return null;
  return (
    <>
      <h3>What this and the next level look like here</h3>
      {occupations.map((occupation, index) => (
        <details key={occupation.soc} className="disclosure statements" open={index === 0}>
          <summary>
            {occupation.occupation} <span className="small">{occupation.soc}</span>
          </summary>
          {occupation.levels.map((level) => (
            <LevelStatements key={level.rank} level={level} />
          ))}
        </details>
      ))}
    </>
  );
}

function LevelStatements({ level }: { readonly level: OccupationStatements['levels'][number] }) {
  return (
    <>
      <h4>
        {level.rank} {level.label}
      </h4>
      <ul>
        {[...level.statements.entries()].map(([at, statement]) => (
          <li key={at} className="statement">
            {statement.label ? <b>{statement.label}. </b> : null}
            {statement.behaviour}
            {statement.citations.length > 0 ? (
              <div>
                {[...statement.citations.entries()].map(([place, citation]) => (
                  <cite key={place} className="citation">
                    {citation.title}
                  </cite>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
