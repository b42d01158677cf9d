import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import type { EvidenceContents } from '~/modules/assessments/ui/evidence-item';
import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { RATER_KIND_WORDS } from '../domain/rater-kind-words';
import type { HistoryEntry } from '../domain/rating-history';
import { HistoryTable } from './history-table';
import { LevelChart } from './level-chart';
import { ObservedList, type ObservedListProps } from './observed-list';
import { ContestedMark } from './profile-table';
import { WhyBlock, type WhyView } from './why-block';

export interface HistoryEntryRow
  extends Pick<
    HistoryEntry,
    'standing' | 'level' | 'raterKind' | 'peers' | 'assessedOn' | 'frameworkVersion' | 'adjustedOn'
  > {
  readonly key: string;
  readonly ratedAsTitle: string | null;
  readonly importedBy: string | null;
  /** Names of who rated, where that may be told. */
  readonly ratedBy: readonly string[];
  readonly evidence: readonly (Omit<EvidenceContents, 'body'> & {
    readonly text: string;
    readonly accepted: boolean;
  })[];
  /** Where the person contests it; null: not to be contested here. */
  readonly contestTo: string | null;
}

export interface DimensionHistoryProps {
  readonly dimension: Dimension;
  readonly entries: readonly HistoryEntryRow[];
  readonly steps: readonly { readonly from: string; readonly level: number }[];
  readonly why: WhyView | null;
  readonly asOf: string;
  readonly target: number | null;
  readonly contested: boolean;
  /** Where the person contests the level, whatever it rests on; null: not here. */
  readonly contestTo: string | null;
  /** What was seen of it in drills and reviews. */
  readonly observations?: ObservedListProps['observations'];
  readonly open?: boolean;
}

/** How the level of one dimension came about: steps over time, every rating, and why it is what it is. */
export function DimensionHistory(props: DimensionHistoryProps) {
  const { dimension, entries, steps, why, asOf, target, contested, contestTo, open = false } = props;
  const { observations = [] } = props;
  const label = DIMENSION_LABELS[dimension];
  return (
    <details className="disclosure history" id={`history-${dimension}`} open={open}>
      <summary>
        {label}
        <span className="small">
          <Current entries={entries} />
        </span>
        {contested ? <ContestedMark /> : null}
      </summary>
      <div className="history-body">
        <div className="history-chart">
          <LevelChart label={label} steps={steps} asOf={asOf} target={target} />
          {target !== null && steps.length > 0 ? (
            <p className="small">Dashed line: the target, {target}.</p>
          ) : null}
        </div>
        <HistoryTable label={label} entries={entries} />
        <ObservedList observations={observations} />
        {why ? <WhyBlock why={why} of="ratings" /> : null}
        {contestTo ? (
          <p className="history-contest">
            <Link className="link" to={contestTo}>
              Contest the level in {label}
            </Link>
          </p>
        ) : null}
      </div>
    </details>
  );
}

function Current({ entries }: Pick<DimensionHistoryProps, 'entries'>) {
  const [first] = entries;
  const count = `${entries.length} ${entries.length === 1 ? 'rating' : 'ratings'}`;
  if (!first) return <>no rating yet</>;
  if (first.standing !== 'current') return <>not assessed, {count}</>;
  return (
    <>
      level {first.level}, {RATER_KIND_WORDS[first.raterKind].toLowerCase()},{' '}
      <DayText day={first.assessedOn} />, {count}
    </>
  );
}
