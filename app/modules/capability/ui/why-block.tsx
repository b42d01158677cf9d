import { formatCount, formatPeople } from './format-figure';

export interface WhyView {
  /** The figure itself as printed, such as "1.9"; stands in the summary. */
  readonly value?: string;
  /** In words. */
  readonly formula: string;
  readonly inputs: readonly { readonly label: string; readonly value: string }[];
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  /** Constants that the formula uses, in words. */
  readonly constants?: string;
  /** Framework and formula versions. */
  readonly versions: string;
  /** Address that gives the same figure again. */
  readonly link?: string;
}

interface WhyBlockProps {
  readonly why: WhyView;
  /** What is left out: people of a group, or ratings of a person. */
  readonly of?: 'people' | 'ratings';
}

const NOTHING_LEFT_OUT = { people: 'Nobody was left out.', ratings: 'No rating was left out.' } as const;

function formatRatings(count: number): string {
  return count === 1 ? '1 rating' : `${formatCount(count)} ratings`;
}

/** "Why this number": the formula with its inputs, what was left out and how many, and the versions. */
export function WhyBlock({ why, of = 'people' }: WhyBlockProps) {
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
                  <dd>{of === 'people' ? formatPeople(line.count) : formatRatings(line.count)}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : (
          <p>{NOTHING_LEFT_OUT[of]}</p>
        )}
        {why.constants ? <p className="small why-versions">{why.constants}</p> : null}
        <p className="small why-versions">{why.versions}</p>
        {why.link ? (
          <p className="small why-versions">
            <a className="link" href={why.link}>
              Link to this figure
            </a>
          </p>
        ) : null}
      </div>
    </details>
  );
}
