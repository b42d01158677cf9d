import type { TenantArgs } from '~/http/tenant-route.server';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { getPosition } from '~/modules/people/queries/get-position';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listColleagues } from '~/modules/people/queries/list-colleagues';
import { listSites } from '~/modules/people/queries/list-sites';
import { readHorizons, writesHorizons } from '~/modules/people/queries/read-horizons';

const DONE: Readonly<Record<string, string>> = {
  added: 'The position was added.',
  changed: 'The position was changed.',
  incumbent: 'Who holds the position was changed.',
  closed: 'The position was closed.',
  reopened: 'The position stands again.',
  horizon: 'The horizon was changed.',
  profile: 'The own profile was written. Figures of whoever holds the post follow in a moment.',
  pool: 'The pool was changed.',
};

/** Everything that the page of a post shows to its viewer. */
export async function loadPosition({ ctx, viewer, reach, params, url, context }: TenantArgs) {
  const asOf = await organizationDay(ctx);
  const plansSuccession = reachOf(viewer.role, 'horizon:read') !== 'none';
  const position = await getPosition(ctx, {
    viewer,
    reach,
    positionId: params['id'] ?? '',
    asOf,
    withCandidates: plansSuccession,
  });
  const horizons = await readHorizons(ctx, viewer, { positions: [position], asOf });
  const horizon = horizons?.get(position.id) ?? null;
  const ids = [...position.profile.map(({ saidBy }) => saidBy), horizon?.saidBy].flatMap((id) => id ?? []);
  const actors = ids.length > 0 ? await listActors(context.database, viewer.organization.id, ids) : [];
  const by = (id: string | null) => nameOf(id ?? '', actors);
  const mayWrite = reachOf(viewer.role, 'directory:write') !== 'none';
  const { pool, profile, ...facts } = position;
  const codes = [position.soc, ...(pool?.occupations ?? [])].flatMap((soc) => soc ?? []);
  const paths = new Map((await getTeamTree(ctx, asOf)).map(({ teamId, path }) => [teamId, path]));
  const sites = new Map((await listSites(ctx, asOf)).map(({ siteId, name }) => [siteId, name]));
  return {
    position: facts,
    profile: profile.map(({ saidBy, ...row }) => ({
      ...row,
      saidBy: row.reason === null ? null : by(saidBy),
    })),
    titles: codes.length > 0 ? await occupationTitles(ctx, codes) : {},
    pool: pool && {
      bands: pool.bands,
      occupations: pool.occupations,
      teams: pool.teamIds.map((id) => paths.get(id) ?? 'a team that is no more'),
      sites: pool.siteIds.map((id) => sites.get(id) ?? 'a site that is no more'),
    },
    /** Null: not for this viewer. */
    horizon: horizons && {
      known: horizon && {
        horizon: horizon.horizon,
        source: horizon.source,
        on: horizon.saidOn,
        by: by(horizon.saidBy),
      },
    },
    mayWrite,
    mayWriteHorizon: writesHorizons(viewer.role),
    colleagues: mayWrite
      ? await listColleagues(ctx, { teamId: position.teamId, asOf, limit: MOST_COLLEAGUES })
      : [],
    done: DONE[url.searchParams.get('done') ?? ''] ?? null,
    today: asOf,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

/** Most of those who are nearest to the post, to choose from while a number is typed. */
const MOST_COLLEAGUES = 200;

/** The command line and the demo act without an account. */
const OPERATORS = new Set(['demo', 'command-line']);

function nameOf(id: string, actors: Awaited<ReturnType<typeof listActors>>): string {
  if (OPERATORS.has(id)) return nameActor({ kind: 'operator', id }, []);
  const kind = actors.find((one) => one.id === id)?.kind ?? 'user';
  return nameActor({ kind, id }, actors);
}
