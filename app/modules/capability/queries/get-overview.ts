import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { findReleaseMethod } from '../data/releases';
import { shareInWords } from '../domain/ai-readiness/share-words';
import { type ReleasedTileView, readinessWhy, releasedTiles } from '../domain/overview/released-tiles';
import type { TileKey } from '../domain/overview/tile';
import { type TileView, tileViews } from '../domain/overview/tile-view';
import { type WeakPoint, weakPoints } from '../domain/overview/weak-points';
import { releasedTotal } from '../domain/suppression/released-rows';
import type { Why } from '../domain/why-cell';
import { getIndividualAccess } from './get-individual-access';
import { getLiveOverview, type LiveOverview } from './get-live-overview';
import { getMethod } from './get-method';
import { getReleaseCut } from './get-release-cut';

/** The released tile: AI use against target of all whom the viewer does not read one by one. */
export interface ReleasedTile {
  /** In words as coarse as the release has it; null: too few, or not released. */
  readonly value: string | null;
  readonly people: number | null;
  readonly oldestOn: string | null;
  readonly why: Why | null;
}

export type Overview =
  | {
      readonly kind: 'live';
      readonly asOf: string;
      readonly computedAt: string | null;
      readonly pending: boolean;
      readonly timeZone: string;
      /** The whole organization, not only the teams of a scope. */
      readonly everything: boolean;
      readonly people: number;
      readonly tiles: readonly TileView[];
      readonly weak: readonly WeakPoint[];
    }
  | {
      readonly kind: 'released';
      readonly preparing: boolean;
      readonly release: { readonly id: string; readonly asOf: string; readonly madeAt: string } | null;
      readonly aiReadiness: ReleasedTile;
      /** Coverage, velocity and trust; none before the first release. */
      readonly figures: readonly ReleasedTileView[];
    };

/** The overview as this viewer may see it: live and in full, or released and suppressed (method.md 9 and 12). */
export async function getOverview(
  ctx: TenantContext,
  question: { readonly viewer: Viewer; readonly reach: Reach },
): Promise<Overview> {
  const { reach } = question;
  if (reach === 'all' || reach === 'subtree') return liveView(await getLiveOverview(ctx, question));
  return releasedView(ctx, question.viewer);
}

function liveView(live: LiveOverview): Overview {
  const { method, tree, asOf, quarter } = live;
  const names = new Map(tree.map((team) => [team.teamId, team.name]));
  const teams = live.teams.map(({ teamId, sums }) => ({ name: names.get(teamId) ?? '', sums }));
  const scope = { asOf, constants: method.constants, version: method.version };
  return {
    kind: 'live',
    asOf,
    computedAt: live.computedAt,
    pending: live.pending,
    timeZone: method.timeZone,
    everything: live.everything,
    people: live.sums.people,
    tiles: tileViews({ sums: live.sums, teams, past: live.past, quarter: quarter.from }, scope),
    weak: weakPoints([
      ...live.written.flatMap(({ requirementId, dimension, level, minimum, states }) =>
        states.map(({ teamId, name, holders, state }) => ({
          ...{ requirementId, dimension, level, minimum, teamId, holders, state },
          team: name,
        })),
      ),
      ...live.implicit.map(({ teamId, dimension, level, minimum, holders, state }) => ({
        ...{ dimension, level, minimum, teamId, holders, state },
        requirementId: null,
        team: names.get(teamId) ?? '',
      })),
    ]),
  };
}

async function releasedView(ctx: TenantContext, viewer: Viewer): Promise<Overview> {
  const { today, constants, version } = await getMethod(ctx);
  const { released, preparing } = await getReleaseCut(ctx, {
    viewer,
    day: today,
    individual: await getIndividualAccess(ctx, viewer, { tree: [], day: today }),
    suppressionK: constants.suppressionK,
  });
  if (!released)
    return { kind: 'released', preparing, release: null, aiReadiness: NOT_RELEASED, figures: [] };
  const { release, cut } = released;
  const tree = release.aiUseTree === 'occupation' ? ({ tree: 'occupation' } as const) : {};
  const total = releasedTotal({ cut, dimension: DIMENSIONS.indexOf('ai_use'), ...tree });
  const readiness = total.readiness?.readiness ?? null;
  const made = await findReleaseMethod(ctx, release.releaseId);
  const by = { cut, version: made?.formulaVersion ?? version };
  const told = {
    value: readiness === null ? null : shareInWords(readiness),
    people: total.figures?.people ?? null,
  };
  return {
    kind: 'released',
    preparing,
    release: { id: release.releaseId, asOf: release.asOf, madeAt: release.madeAt.toISOString() },
    aiReadiness: { ...told, oldestOn: total.oldestOn, why: readinessWhy(by, told) },
    figures: releasedTiles({
      ...by,
      requirements: made?.requirements ?? [],
      constants: made?.constants ?? constants,
    }),
  };
}

/** A tile of a released overview in words; null: it is not released, or not shown. */
export function releasedWords(view: Overview & { readonly kind: 'released' }, key: TileKey): string | null {
  if (key === 'aiReadiness') return view.aiReadiness.value;
  return view.figures.find((figure) => figure.key === key)?.value ?? null;
}

const NOT_RELEASED: ReleasedTile = { value: null, people: null, oldestOn: null, why: null };
