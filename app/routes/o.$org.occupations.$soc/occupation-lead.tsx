interface OccupationLeadProps {
  readonly description: string | null;
  readonly lineage: readonly { readonly code: string; readonly title: string }[];
}

/** What the occupation is, and the groups of the classification that it belongs to, the widest first. */
export function OccupationLead({ description, lineage }: OccupationLeadProps) {
  const above = lineage.slice(0, -1);
  return (
    <div className="occupation-lead">
      {description ? (
        <p>{description}</p>
      ) : (
        <p className="small">No description in the sources that are loaded.</p>
      )}
      {above.length > 0 ? (
        <ol className="lineage" aria-label="Groups above this occupation">
          {above.map(({ code, title }) => (
            <li key={code}>
              {title} <span className="small">{code}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
