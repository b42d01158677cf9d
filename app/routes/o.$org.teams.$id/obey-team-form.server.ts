import type { TenantArgs } from '~/http/tenant-route.server';
import { closeTeam } from '~/modules/people/commands/close-team';
import { renameTeam } from '~/modules/people/commands/rename-team';
import { reopenTeam } from '~/modules/people/commands/reopen-team';
import { withdrawTeamChange } from '~/modules/people/commands/withdraw-team-change';
import type { TeamForm } from './read-team-form.server';

/** Does what a form of the page asks for; gives whether the team is still there. */
export async function obeyTeamForm(ctx: TenantArgs['ctx'], teamId: string, form: TeamForm): Promise<boolean> {
  switch (form.intent) {
    case 'rename':
      await renameTeam(ctx, { teamId, name: form.name, seen: form.seen });
      return true;
    case 'close':
      await closeTeam(ctx, { teamId, from: form.from, seen: form.seen });
      return true;
    case 'reopen':
      await reopenTeam(ctx, { teamId, parentId: form.parentId, from: form.from, seen: form.seen });
      return true;
    case 'withdraw':
      return withdrawTeamChange(ctx, { teamId, day: form.day, seen: form.seen });
  }
}
