import { Link } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import type { ReleasedReadinessRow } from '~/modules/capability/domain/ai-readiness/readiness-view';
import { releasedScatter } from '~/modules/capability/domain/ai-readiness/scatter-points';
import { shareInWords } from '~/modules/capability/domain/ai-readiness/share-words';
import type { AiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { ReleasedSummary } from '~/modules/capability/ui/ai-readiness/readiness-summary';
import { ReleasedReadinessTable } from '~/modules/capability/ui/ai-readiness/released-readiness-table';
import { ScatterFigure } from '~/modules/capability/ui/ai-readiness/scatter-figure';

interface ReleasedPartProps {
  readonly released: NonNullable<AiReadiness['released']>;
  readonly isElsewhere: boolean;
  readonly selected: string | null;
  readonly hrefFor: (row: ReleasedReadinessRow) => string;
  readonly whyHref: string;
}

/** Released figures of everybody whom the viewer does not see one by one. */
export function ReleasedPart({ released, isElsewhere, selected, hrefFor, whyHref }: ReleasedPartProps) {
  const { tree, total, rows, beside, exposureRelease } = released;
  if (total.suppressed)
    return (
      <EmptyState title="Not shown">
        The figures of everybody counted cannot be shown without figures of few people becoming clear.
      </EmptyState>
    );
  return (
    <section aria-label={isElsewhere ? 'Elsewhere, as released' : 'Released figures'}>
      {isElsewhere ? <h2 className="readiness-part">Elsewhere, as released</h2> : null}
      <ReleasedSummary total={total} beside={beside} />
      <p className="readiness-why">
        {isElsewhere ? null : (
          <Link className="link" to={whyHref} preventScrollReset>
            Why these numbers
          </Link>
        )}
        <span className="small">
          {exposureRelease
            ? `Exposure: Anthropic Economic Index, release ${exposureRelease}.`
            : 'No exposure data is loaded.'}
        </span>
      </p>
      <div className={tree === 'occupation' ? 'card readiness-pair' : 'card'}>
        {tree === 'occupation' ? (
          <ScatterFigure
            scatter={releasedScatter(rows, (row) => (row.atTarget ? shareInWords(row.atTarget) : ''))}
            isReleased
          />
        ) : null}
        <div className="readiness-scroll">
          {rows.length === 0 ? (
            <p className="scatter-none">
              The groups beneath cannot be shown without figures of few people becoming clear.
            </p>
          ) : (
            <ReleasedReadinessTable {...{ rows, tree, selected, hrefFor }} />
          )}
        </div>
      </div>
      <p className="footnote">
        Released figures protect individuals: groups of few people are locked. AI use is released by{' '}
        {tree === 'occupation' ? 'occupation, not by team or site' : 'team, not by occupation'}, so that no
        two views can be subtracted; how many are at each level and changes are not released.
      </p>
    </section>
  );
}
