import { formatPeople } from './format-figure';

export interface WhyView {
  /** The figure itself as printed, such as "1.9"; stands in the summary. */
  readonly value?: string;
  /** In words. */
  readonly formula: string;
  readonly inputs: readonly { readonly label: string; readonly value: string }[];
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  /** Framework and formula versions. */
  readonly versions: string;
}

/** "Why this number": the formula with its inputs, what was left out and how many, and the versions. */
export function WhyBlock({ why }: { readonly why: WhyView }) {
  return (
    <details className="disclosure">
      <summary>{why.value ? `Why ${why.value}` : 'Why this number'}</summary>
      <div className="why-body">
        <p>{why.formula}</p>
        <dl>
          {why.inputs.map((input) => (
            <div key={input.label} className="why-line">
              <dt>{input.label}</dt>
              <dd>{input.value}</dd>
            </div>
          ))}
        </dl>
        {why.excluded.length > 0 ? (
          <>
            <h4>Left out</h4>
            <dl>
              {why.excluded.map((line) => (
                <div key={line.reason} className="why-line">
                  <dt>{line.reason}</dt>
                  <dd>{formatPeople(line.count)}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : (
          <p>Nobody was left out.</p>
        )}
        <p className="small why-versions">{why.versions}</p>
      </div>
    </details>
  );
}
