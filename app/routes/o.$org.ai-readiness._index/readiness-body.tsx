import { useNavigation, useSearchParams } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { occupationOfGroup } from '~/modules/capability/domain/ai-readiness/occupation-tree';
import { SORT_DIRECTION } from '~/modules/capability/domain/ai-readiness/readiness-order';
import type { AiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import type { ReadinessDetail } from '~/modules/capability/queries/ai-readiness/get-readiness-detail';
import { ReadinessControls } from '~/modules/capability/ui/ai-readiness/readiness-controls';
import { ReadinessPanel } from '~/modules/capability/ui/ai-readiness/readiness-panel';
import { PreparingReleased } from '~/modules/capability/ui/preparing-released';
import { LivePart } from './live-part';
import { readReadinessState, searchWith } from './readiness-state';
import { ReleasedPart } from './released-part';

interface ReadinessBodyProps {
  readonly view: AiReadiness;
  readonly detail: ReadinessDetail | null;
  readonly base: string;
  readonly isEmpty: boolean;
}

/** Controls, what the viewer sees live, what is released elsewhere, and the side panel. */
export function ReadinessBody({ view, detail, base, isEmpty }: ReadinessBodyProps) {
  const [search] = useSearchParams();
  const isBusy = useNavigation().state === 'loading';
  const state = readReadinessState(search);
  if (isEmpty)
    return (
      <EmptyState title="There are no people yet">
        AI-readiness stands here once people, their occupations and their ratings are brought in.
      </EmptyState>
    );
  const hrefFor = (row: { readonly id: string | null }) => searchWith(search, { row: row.id });
  const sortFor = (column: 'name' | 'exposure' | 'at_target' | 'people') => ({
    to: searchWith(search, { sort: column === 'people' ? null : column, row: null }),
    sorted: state.sort === column ? SORT_DIRECTION[column] : null,
  });
  const selected = detail ? state.row : null;
  return (
    <>
      <ReadinessControls {...controlsOf(view, search)} />
      {view.preparing ? (
        <PreparingReleased meanwhile={view.released ? 'earlier' : view.live ? 'live' : 'nothing'} />
      ) : null}
      <div className="split" data-open={detail ? '' : undefined} data-busy={isBusy ? '' : undefined}>
        <div className="readiness-main">
          {view.live ? (
            <LivePart
              live={view.live}
              rows={state.rows}
              seesEverybody={view.seesEverybody}
              {...{ selected, hrefFor, sortFor }}
              whyHref={searchWith(search, { row: 'all' })}
            />
          ) : null}
          {view.released ? (
            <ReleasedPart
              released={view.released}
              isElsewhere={view.live !== null}
              {...{ selected, hrefFor }}
              whyHref={searchWith(search, { row: 'all' })}
            />
          ) : null}
          {view.live || view.released || view.preparing ? null : <Nothing view={view} />}
        </div>
        {detail ? (
          <ReadinessPanel
            {...detail}
            closeHref={searchWith(search, { row: null })}
            link={`${base}/ai-readiness${searchWith(search, { asOf: view.asOf })}`}
            occupationHref={detail.soc ? `${base}/occupations/${occupationOfGroup(detail.soc)}` : null}
          />
        ) : null}
      </div>
    </>
  );
}

function controlsOf(view: AiReadiness, search: URLSearchParams) {
  const { rows, teamId, siteId, asOf, since, sort } = readReadinessState(search);
  const option = (label: string, value: string) => ({
    label,
    to: searchWith(search, { rows: value === 'occupation' ? null : value, row: null, sort: null }),
    current: rows === value,
  });
  const isFiltered = teamId !== null || siteId !== null || asOf !== null || since !== null;
  return {
    rows: view.live
      ? [option('Occupations', 'occupation'), option('Teams', 'team'), option('Sites', 'site')]
      : [],
    teams: view.teams,
    sites: view.sites,
    days: view.days,
    chosen: { team: teamId ?? '', site: siteId ?? '', asOf: asOf ?? '', since: since ?? '' },
    kept: {
      ...(rows === 'occupation' ? {} : { rows }),
      ...(sort === 'people' ? {} : { sort }),
    },
    clearHref: isFiltered
      ? searchWith(search, { team: null, site: null, asOf: null, since: null, row: null })
      : null,
  };
}

function Nothing({ view }: { readonly view: AiReadiness }) {
  if (!view.isComputed)
    return (
      <EmptyState title="The first figures are being computed">
        AI-readiness stands here as soon as the background job has computed it, usually within seconds.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing released by then">
      Figures of a past day are those of the last release on or before it. The first release with AI use came
      later, or none was made yet.
    </EmptyState>
  );
}
