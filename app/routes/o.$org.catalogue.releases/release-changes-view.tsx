import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { InlineSelect } from '~/components/inline-select';
import type { ReleaseChanges } from '~/modules/occupations/queries/list-release-changes';
import { ChangeCounts } from './change-counts';
import { ReleaseChangesTable } from './release-changes-table';
import { type ReleasesState, searchOf } from './releases-state';

export interface ReleaseComparison extends ReleaseChanges {
  /** All loaded ones, the newest first. */
  readonly releases: readonly string[];
  readonly state: ReleasesState & { readonly from: string; readonly to: string };
  /** Titles of occupations by code. */
  readonly titles: Readonly<Record<string, string>>;
}

interface ReleaseChangesViewProps {
  readonly comparison: ReleaseComparison;
  readonly base: string;
}

/** The choice of releases, the counts that choose what is listed, and the list by pages. */
export function ReleaseChangesView({ comparison, base }: ReleaseChangesViewProps) {
  const { counts, changes, pages, state } = comparison;
  const { from, to, show, page } = state;
  return (
    <>
      <ReleaseForm comparison={comparison} />
      <ChangeCounts counts={counts} state={state} />
      {changes.length > 0 ? (
        <Card padded={false}>
          <ReleaseChangesTable comparison={comparison} base={base} />
        </Card>
      ) : (
        <EmptyState title={counts[show] === null ? 'No data' : 'Nothing of this kind'}>
          {counts[show] === null
            ? `One of the releases ${from} and ${to} was loaded without this table.`
            : `From ${from} to ${to} nothing of this kind differs.`}
        </EmptyState>
      )}
      {pages > 1 ? (
        <nav className="bar occupations-next" aria-label="Pages">
          {page > 1 ? <ButtonLink to={searchOf({ ...state, page: page - 1 })}>Previous</ButtonLink> : null}
          <span className="small">
            Page {Math.min(page, pages)} of {pages}
          </span>
          {page < pages ? <ButtonLink to={searchOf({ ...state, page: page + 1 })}>Next</ButtonLink> : null}
        </nav>
      ) : null}
    </>
  );
}

function ReleaseForm({
  comparison: { releases, state, titles },
}: {
  readonly comparison: ReleaseComparison;
}) {
  const { from, to, soc, show } = state;
  return (
    <Form method="get" className="bar comparison-versions">
      <InlineSelect name="from" label="From" value={from} options={releases} />
      <InlineSelect name="to" label="To" value={to} options={releases} />
      <label className="check">
        Occupation
        <input key={soc} className="input" name="soc" defaultValue={soc} placeholder="All, or a code" />
      </label>
      <input type="hidden" name="show" value={show} />
      <Button type="submit">Compare</Button>
      {soc ? <span className="small">{titles[soc] ?? 'not in the catalogue'}</span> : null}
    </Form>
  );
}
