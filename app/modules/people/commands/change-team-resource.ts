import type { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { listTeamPlaces } from '../data/teams';
import type { teamPatchBody } from '../domain/team-schemas';
import { timelineOf } from '../domain/team-timeline';
import { laterDay } from '../domain/timeline';
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
 * under last, renames it. Throws NotFound, Conflict, InvalidInput with the field.
 */
export async function changeTeamResource(
  ctx: TenantContext,
  { teamId, body: { name, parentId, closedOn, from }, today }: TeamChange,
): Promise<void> {
  if (name !== undefined) await renameTeam(ctx, { teamId, name });
  if (closedOn === null) {
    const last = timelineOf(await listTeamPlaces(ctx), teamId).at(-1);
    const stood = last?.facts.parentId ?? null;
    // A closing that is only planned is taken back from its own day on.
    const first = laterDay(last?.validTo ?? today, today);
    const place = { parentId: parentId === undefined ? stood : parentId, from: from ?? first };
    await reopenTeam(ctx, { teamId, ...place });
  } else if (parentId !== undefined)
    await moveTeam(ctx, { teamId, parentId, ...(from === undefined ? {} : { from }) });
  if (typeof closedOn === 'string') await closeTeam(ctx, { teamId, from: closedOn });
}
