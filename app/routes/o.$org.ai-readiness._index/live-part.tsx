import { Link } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import type {
  LiveReadinessRow,
  ReadinessRows,
} from '~/modules/capability/domain/ai-readiness/readiness-view';
import { liveScatter } from '~/modules/capability/domain/ai-readiness/scatter-points';
import type { AiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { LiveSummary } from '~/modules/capability/ui/ai-readiness/readiness-summary';
import { ReadinessTable, type SortLink } from '~/modules/capability/ui/ai-readiness/readiness-table';
import { ScatterFigure } from '~/modules/capability/ui/ai-readiness/scatter-figure';
import { formatShare } from '~/modules/capability/ui/format-figure';

interface LivePartProps {
  readonly live: NonNullable<AiReadiness['live']>;
  readonly rows: ReadinessRows;
  readonly seesEverybody: boolean;
  readonly selected: string | null;
  readonly hrefFor: (row: LiveReadinessRow) => string;
  readonly sortFor: (column: 'name' | 'exposure' | 'at_target' | 'people') => SortLink;
  readonly whyHref: string;
}

/** The people whom the viewer sees live: figures of all, chart, rows. */
export function LivePart(props: LivePartProps) {
  const { live, rows, seesEverybody, selected, hrefFor, sortFor, whyHref } = props;
  if (live.total.sums.people === 0)
    return (
      <EmptyState title="Nobody here">No active person fits the filter on the day of the figures.</EmptyState>
    );
  return (
    <section aria-label={seesEverybody ? 'Everybody' : 'Your teams'}>
      {seesEverybody ? null : <h2 className="readiness-part">Your teams</h2>}
      <LiveSummary total={live.total} beside={live.beside} since={live.since} />
      <NotOpen live={live} />
      <p className="readiness-why">
        <Link className="link" to={whyHref} preventScrollReset>
          Why these numbers
        </Link>
        <span className="small">
          {live.exposureRelease
            ? `Exposure: Anthropic Economic Index, release ${live.exposureRelease}.`
            : 'No exposure data is loaded: whoever runs this installation can import the index’s job exposure file.'}
        </span>
      </p>
      <div className={rows === 'occupation' ? 'card readiness-pair' : 'card'}>
        {rows === 'occupation' ? (
          <ScatterFigure
            scatter={liveScatter(
              live.rows.filter(({ id }) => id !== null),
              formatShare,
            )}
            isReleased={false}
          />
        ) : null}
        <div className="readiness-scroll">
          <ReadinessTable rows={live.rows} by={rows} {...{ selected, hrefFor, sortFor }} />
        </div>
      </div>
    </section>
  );
}

function NotOpen({ live }: Pick<LivePartProps, 'live'>) {
  const isAny = [live.total, ...live.rows, ...live.beside].some(({ closed }) => closed);
  if (!isAny) return null;
  return (
    <p className="footnote">
      Where few people are assessed, figures that would tell a rating of a blind cycle open to you when both
      sides are in, or when the cycle is over.
    </p>
  );
}
