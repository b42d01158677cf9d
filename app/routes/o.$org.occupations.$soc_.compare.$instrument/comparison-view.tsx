import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { InlineSelect } from '~/components/inline-select';
import { SegmentedLinks } from '~/components/segmented-links';
import type { SourceResource } from '~/modules/occupations/domain/api-schemas';
import { SourceList } from '~/modules/occupations/ui/source-list';
import type { ComparisonCounts, ComparisonRow } from './comparison-rows';
import { type ComparisonState, SHOWN, searchOf } from './comparison-state';
import { ComparisonTable } from './comparison-table';

export interface Comparison {
  readonly instrument: string;
  readonly versions: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly levels: readonly { readonly rank: number; readonly label: string }[];
  readonly counts: ComparisonCounts;
  readonly rows: readonly ComparisonRow[];
  /** Names by id of user. */
  readonly people: Readonly<Record<string, string>>;
  /** Time zone of the organization, IANA name. */
  readonly zone: string;
  readonly sources: readonly SourceResource[];
}

interface ComparisonViewProps {
  readonly comparison: Comparison;
  readonly state: ComparisonState;
  readonly mayConfirm: boolean;
  /** Address of the occupation. */
  readonly place: string;
}

const WORDS = {
  changes: 'All changes',
  reworded: 'Reworded',
  moved: 'Moved',
  added: 'Added',
  removed: 'Removed',
  same: 'Same',
} as const;

/** The choice of versions, the counts that choose a class, and the statements side by side. */
export function ComparisonView({ comparison, state, mayConfirm, place }: ComparisonViewProps) {
  const { versions, from, to, counts, rows } = comparison;
  const options = SHOWN.map((show) => ({
    label: `${WORDS[show]} ${counts[show]}`,
    to: searchOf({ from, to, show }),
    current: show === state.show,
  }));
  return (
    <>
      <VersionForm versions={versions} from={from} to={to} />
      <div className="bar">
        <SegmentedLinks label="What is shown" options={options} />
        {mayConfirm ? (
          <Link
            className="link"
            to={`${place}/compare/${comparison.instrument}/ratings${searchOf({ from, to, show: 'changes' })}`}
          >
            Read ratings under {from} in {to}
          </Link>
        ) : null}
      </div>
      {rows.length > 0 ? (
        <Card padded={false}>
          <ComparisonTable comparison={comparison} mayConfirm={mayConfirm} />
        </Card>
      ) : (
        <EmptyState title={counts.changes === 0 ? 'Nothing changed' : 'None of this kind'}>
          {counts.changes === 0
            ? `All ${counts.same} statements are the same in ${from} and ${to}.`
            : `From ${from} to ${to} no statement is of this kind.`}
        </EmptyState>
      )}
      <Card title="Sources">
        <SourceList sources={comparison.sources} />
      </Card>
    </>
  );
}

function VersionForm({ versions, from, to }: Pick<Comparison, 'versions' | 'from' | 'to'>) {
  return (
    <Form method="get" className="bar comparison-versions">
      <InlineSelect name="from" label="From" value={from} options={versions} />
      <InlineSelect name="to" label="To" value={to} options={versions} />
      <Button type="submit">Compare</Button>
    </Form>
  );
}
