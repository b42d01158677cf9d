import type { TenantContext } from '#db/tenancy';
import { sumGroups } from '~/modules/capability/queries/counted-groups';
import { listCountedRows } from '~/modules/capability/queries/counted-rows';
import { getMethod } from '~/modules/capability/queries/get-method';
import { listLiveRows } from '~/modules/capability/queries/live-rows';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';

/** The rows beneath a team as stored for teams, and as counted from people by a filter that leaves everybody. */
export async function storedAndCounted(ctx: TenantContext, path: string | null) {
  const method = await getMethod(ctx);
  const tree = await getTeamTree(ctx, method.today);
  const own = tree.find((team) => team.path === path);
  if (path !== null && !own) return [[], []];
  const children = tree.filter((team) => team.parentId === (own?.teamId ?? null));
  const live = { asOf: method.today, constants: method.constants, hasChildren: () => false };
  const stored = [
    ...(await listLiveRows(ctx, { ...live, teams: children, rowKind: 'group' })),
    ...(await listLiveRows(ctx, { ...live, teams: own ? [own] : [], rowKind: 'direct' })),
  ];
  const counted = await listCountedRows(ctx, {
    ...live,
    ...{ rows: 'team', own: own ?? null, children, tree },
    selection: {
      teamIds: null,
      siteIds: null,
      socs: null,
      bands: null,
      kinds: ['employee', 'agency'],
      available: null,
    },
    count: (selection, grouping) => sumGroups(ctx, { selection, grouping }),
  });
  return [stored, counted].map((rows) =>
    rows.map(({ hasChildren: _h, cells, ...row }) => ({
      ...row,
      cells: cells.map(({ frameworkVersions: _v, ...cell }) => cell),
    })),
  );
}
