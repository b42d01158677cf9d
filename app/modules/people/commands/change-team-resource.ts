import type { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { listTeamPlaces } from '../data/teams';
import type { teamPatchBody } from '../domain/team-schemas';
import { teamStateOn, timelineOf } from '../domain/team-timeline';
import { closeTeam } from './close-team';
import { moveTeam } from './move-team';
import { renameTeam } from './rename-team';
import { reopenTeam } from './reopen-team';

interface TeamChange {
  readonly teamId: string;
  readonly body: z.output<typeof teamPatchBody>;
  /** The organization's day. */
  readonly today: string;
}

/**
 * Changes a team as the API was sent it: moves it, closes it from a day, opens it again under the team that it stood
 * under last (a team that is open and to stay so is left as it is), renames it. Throws NotFound, Conflict, InvalidInput with the field.
 */
export async function changeTeamResource(
  ctx: TenantContext,
  { teamId, body: { name, parentId, closedOn, from }, today }: TeamChange,
): Promise<void> {
  if (name !== undefined) await renameTeam(ctx, { teamId, name });
  if (closedOn === null) await reopen(ctx, { teamId, parentId, from: from ?? today });
  if (parentId !== undefined)
    await moveTeam(ctx, { teamId, parentId, ...(from === undefined ? {} : { from }) });
  if (typeof closedOn === 'string') await closeTeam(ctx, { teamId, from: closedOn, pointer: '/closedOn' });
}

interface Reopening {
  readonly teamId: string;
  /** Left out: where it stood last. */
  readonly parentId: string | null | undefined;
  readonly from: string;
}

/** Opens a team that is closed on the day; takes a closing that is planned after it back; else there is nothing to do. */
async function reopen(ctx: TenantContext, { teamId, parentId, from }: Reopening): Promise<void> {
  const timeline = timelineOf(await listTeamPlaces(ctx), teamId);
  const state = teamStateOn(timeline, from);
  if (!state || state.closedOn === null) return;
  const { closedOn } = state;
  const stood = timeline.find(({ validTo }) => validTo === closedOn)?.facts.parentId ?? null;
  if (closedOn > from) await reopenTeam(ctx, { teamId, parentId: stood, from: closedOn });
  else await reopenTeam(ctx, { teamId, parentId: parentId === undefined ? stood : parentId, from });
}
