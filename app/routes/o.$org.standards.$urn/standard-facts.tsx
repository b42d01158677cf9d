import type { StandardResource } from '~/modules/occupations/domain/standard-schemas';

/** What the standard says of itself; what it does not say is left out. */
export function StandardFacts({ standard }: { readonly standard: StandardResource }) {
  const { approvedYear, validity, status, developedBy, originatingOrganisation, originalUrn } = standard;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Approved', approvedYear === null ? null : String(approvedYear)],
    ['Indicative review date', standard.reviewDate],
    ['Validity', validity],
    ['Status', status],
    ['Developed by', developedBy],
    ['Originating organisation', originatingOrganisation],
    ['Original URN', originalUrn],
    ['Suites', joined(standard.suites)],
    ['Occupations that it names', joined(standard.relevantOccupations)],
    ['Keywords', joined(standard.keywords)],
  ];
  return (
    <dl className="standard-facts">
      {rows.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

const joined = (words: readonly string[]) => (words.length === 0 ? null : words.join(', '));
