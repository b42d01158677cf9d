import type { TenantContext } from '#db/tenancy';
import { type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listPeopleIdsOfTeams } from '~/modules/people/queries/list-people-ids-of-teams';
import { listSubtreeTeamIds } from '~/modules/people/queries/list-subtree-team-ids';
import { Forbidden } from '~/shared/errors';

/** Of whom the viewer may enter and list observations today; null: of everybody. */
export interface ObservationReach {
  readonly reach: Reach;
  readonly people: ReadonlySet<string> | null;
  readonly today: string;
}

/** Observations are entered and listed by whoever runs cycles. @throws Forbidden for a token and for everybody else. */
export async function observationReach(
  ctx: TenantContext,
  { kind, role, teamScope }: Pick<Viewer, 'kind' | 'role' | 'teamScope'>,
): Promise<ObservationReach> {
  const reach = kind === 'user' ? reachOf(role, 'cycles:run') : 'none';
  if (reach === 'none') throw new Forbidden('Observations are entered by a person who runs cycles.');
  const today = await organizationDay(ctx);
  if (reach === 'all') return { reach, people: null, today };
  const teams = await listSubtreeTeamIds(ctx, teamScope, today);
  return { reach, people: new Set(await listPeopleIdsOfTeams(ctx, teams, today)), today };
}
