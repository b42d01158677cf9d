import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { InvalidInput } from '~/shared/errors';
import { insertTeams } from '../data/teams';
import { teamFault, teamNameFault } from '../domain/team-faults';
import { openTeamTree, requireChangeDay } from './open-team-tree';
import { withTimeline } from './store-team-tree';

export interface NewTeamWish {
  readonly name: string;
  readonly parentId: string | null;
  /** First day; left out: the organization's day. */
  readonly from?: string;
}

/** Adds a team from a day on; gives its id. Throws InvalidInput with the field. */
export async function addTeam(ctx: TenantContext, wish: NewTeamWish): Promise<string> {
  const { places, today } = await openTeamTree(ctx);
  const { parentId, from = today } = wish;
  const name = wish.name.trim();
  requireChangeDay(from, today);
  const detail = teamNameFault(name);
  if (detail) throw new InvalidInput(detail, [{ pointer: '/name', detail }]);
  requireParent(places, parentId);
  const teamId = v7();
  const timeline = [{ validFrom: from, validTo: null, facts: { parentId } }];
  const fault = teamFault(places, withTimeline(places, { teamId, name }, timeline), teamId);
  if (fault) throw new InvalidInput(fault.detail, [{ pointer: `/${fault.field}`, detail: fault.detail }]);
  await insertTeams(ctx, [{ teamId, name, parentId, validFrom: from }]);
  recordAudit(ctx, {
    action: 'team.change',
    subject: { kind: 'team', id: teamId },
    details: { what: 'add', from, parentBefore: null, parentAfter: parentId },
  });
  return teamId;
}

/** Throws InvalidInput for the id of a team that the organization never had. */
export function requireParent(places: readonly { readonly teamId: string }[], parentId: string | null): void {
  if (parentId === null || places.some(({ teamId }) => teamId === parentId)) return;
  const detail = 'There is no such team in this organization.';
  throw new InvalidInput(detail, [{ pointer: '/parentId', detail }]);
}
