import type { TenantArgs } from '~/http/tenant-route.server';
import { startConfirming } from '~/modules/occupations/commands/start-confirming';
import { undoConfirmation } from '~/modules/occupations/commands/undo-confirmation';
import { waitingPeople } from '~/modules/occupations/domain/mapping/proposals';
import { decisionsAbove } from '~/modules/occupations/queries/decisions-above';
import { judgedTitles } from '~/modules/occupations/queries/judged-titles';
import { organizationDay } from '~/modules/occupations/queries/organization-day';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict } from '~/shared/errors';
import type { MappingIntent } from './read-mapping-form.server';

/** What became of the form: what to say on the page, or the operation that does it. */
export type MappingOutcome = { readonly operationId: string } | { readonly said: string };

/** Does what the form wants. Throws Conflict when the list is not what the reader saw. */
export async function obeyMappingForm(
  ctx: TenantArgs['ctx'],
  viewer: Viewer,
  intent: MappingIntent,
): Promise<MappingOutcome> {
  if (intent.kind === 'undo') {
    const { people, left } = await undoConfirmation(ctx, intent.confirmationId);
    return { said: `undone.${people}.${left}` };
  }
  const question = { day: await organizationDay(ctx), teamIds: null };
  const wanted =
    intent.kind === 'above'
      ? await decisionsAbove(ctx, question, intent.threshold)
      : { decisions: intent.decisions, people: await countWaiting(ctx, question, intent.decisions) };
  if (intent.kind === 'above' && !isAsShown(wanted, intent))
    throw new Conflict(
      'The titles above this score are others by now. Look at them again before you confirm.',
    );
  const confirmation = { decisions: [...wanted.decisions], from: null };
  const begun = await startConfirming(ctx, viewer, { confirmation, people: wanted.people });
  if ('operationId' in begun) return begun;
  return { said: `done.${begun.done.titles}.${begun.done.people}` };
}

function isAsShown(
  wanted: { readonly decisions: readonly unknown[]; readonly people: number },
  shown: { readonly titles: number; readonly people: number },
): boolean {
  return (
    wanted.decisions.length > 0 && wanted.decisions.length === shown.titles && wanted.people === shown.people
  );
}

async function countWaiting(
  ctx: TenantArgs['ctx'],
  question: { readonly day: string; readonly teamIds: null },
  decisions: readonly { readonly key: string }[],
): Promise<number> {
  const keys = new Set(decisions.map(({ key }) => key));
  const { clusters } = await judgedTitles(ctx, question);
  return clusters
    .filter(({ key }) => keys.has(key))
    .reduce((sum, cluster) => sum + waitingPeople(cluster), 0);
}
