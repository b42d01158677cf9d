import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listSites } from '~/modules/people/queries/list-sites';
import { findCapabilityState } from '../../data/capability-state';
import { listReleases } from '../../data/releases';
import type { ReadinessRows, SkillBeside } from '../../domain/ai-readiness/readiness-view';
import { type FiguresMoment, figuresMoment } from '../figures-moment';
import { getMethod } from '../get-method';
import { getReleaseCut } from '../get-release-cut';
import { getViewerAccess, type ViewerAccess } from '../get-viewer-access';
import { type LiveReadiness, liveReadiness } from './live-readiness';
import { readinessMoments } from './readiness-moments';
import { type ReleasedReadiness, releasedReadinessOf } from './released-readiness';
import { type SkillsScope, skillsBeside } from './skills-beside';

export interface ReadinessQuery {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly rows: ReadinessRows;
  readonly teamId: string | null;
  readonly siteId: string | null;
  /** null: today. */
  readonly asOf: string | null;
  /** null: the release before. */
  readonly since: string | null;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface AiReadiness extends FiguresMoment {
  /** Frozen figures of a release are shown, not today's. */
  readonly isPast: boolean;
  readonly preparing: boolean;
  readonly timeZone: string;
  readonly formulaVersion: string;
  /** Days of earlier releases, the newest first. */
  readonly days: readonly string[];
  /** Of the people whom the viewer sees live; null: there are none, or nothing was released by the day asked for. */
  readonly live:
    | (Omit<LiveReadiness, 'peopleIds' | 'waiting'> & { readonly beside: readonly SkillBeside[] })
    | null;
  readonly teams: readonly Choice[];
  readonly sites: readonly Choice[];
  /** Of everybody else, as released; null: the viewer sees everybody live, or nothing is released. */
  readonly released: ReleasedReadiness | null;
  readonly seesEverybody: boolean;
}

/** AI-readiness as this viewer may see it: live where access allows, released figures elsewhere. */
export async function getAiReadiness(ctx: TenantContext, query: ReadinessQuery): Promise<AiReadiness> {
  const { viewer, reach, asOf, since } = query;
  const method = await getMethod(ctx);
  const state = await findCapabilityState(ctx);
  const today = state?.asOf ?? method.today;
  const { suppressionK } = method.constants;
  const access = await getViewerAccess(ctx, { viewer, reach, day: today });
  const moments = readinessMoments(await listReleases(ctx), { today, asOf, since });
  const seesLive = access.everything || access.liveTeams.size > 0;
  const live =
    seesLive && moments ? await liveReadiness(ctx, { ...query, access, moments, today, suppressionK }) : null;
  const { released, preparing } = access.everything
    ? { released: null, preparing: false }
    : await getReleaseCut(ctx, {
        viewer,
        day: asOf ?? method.today,
        individual: access.individual,
        suppressionK,
      });
  const { siteId } = query;
  return {
    ...(await figuresMoment(ctx, {
      ...{ state, seesLive, released, preparing, otherwise: asOf ?? method.today },
      liveDay: moments?.after.day ?? asOf ?? today,
    })),
    isPast: moments?.after.kind !== 'stored',
    preparing,
    timeZone: method.timeZone,
    formulaVersion: method.version,
    days: moments?.days ?? [],
    live: live && moments && (await withSkills(ctx, live, { moment: moments.after, siteId, suppressionK })),
    teams: seesLive ? teamChoices(access, query.teamId) : [],
    sites: seesLive
      ? (await listSites(ctx, today)).map((site) => ({ id: site.siteId, name: site.name }))
      : [],
    released: released ? await releasedReadinessOf(ctx, released) : null,
    seesEverybody: access.everything,
  };
}

async function withSkills(
  ctx: TenantContext,
  { peopleIds, waiting, ...live }: LiveReadiness,
  at: Pick<SkillsScope, 'moment' | 'siteId' | 'suppressionK'>,
) {
  return { ...live, beside: await skillsBeside(ctx, { ...at, peopleIds, waiting, teamIds: live.teamIds }) };
}

/** Most teams that the filter lists; of a larger tree the first ones and the chosen one. */
const MOST_TEAMS = 300;

function teamChoices({ tree, liveTeams }: ViewerAccess, chosen: string | null): Choice[] {
  const seen = tree.filter((team) => liveTeams.has(team.teamId));
  const byDepth = [...seen].sort((a, b) => a.path.split(' / ').length - b.path.split(' / ').length);
  const shown = new Set(byDepth.slice(0, MOST_TEAMS).map((team) => team.teamId));
  return seen
    .filter(({ teamId }) => shown.has(teamId) || teamId === chosen)
    .map(({ teamId, path }) => ({ id: teamId, name: path }));
}
