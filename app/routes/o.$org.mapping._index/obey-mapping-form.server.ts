import type { TenantArgs } from '~/http/tenant-route.server';
import { startConfirming } from '~/modules/occupations/commands/start-confirming';
import { undoConfirmation } from '~/modules/occupations/commands/undo-confirmation';
import type { MappingDecision } from '~/modules/occupations/domain/mapping/mapping-decision';
import { waitingPeople } from '~/modules/occupations/domain/mapping/proposals';
import { decisionsAbove } from '~/modules/occupations/queries/decisions-above';
import { judgedTitles, type TitlesQuestion } from '~/modules/occupations/queries/judged-titles';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { Conflict, InvalidInput } from '~/shared/errors';
import { aboveMark } from './above-mark.server';
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
  const decisions =
    intent.kind === 'above' ? await wantedAbove(ctx, question, intent) : [...intent.decisions];
  const people = await countWaiting(ctx, question, decisions);
  const confirmation = { decisions, from: null };
  const begun = await startConfirming(ctx, viewer, { confirmation, people });
  if ('operationId' in begun) return begun;
  return { said: `done.${begun.done.titles}.${begun.done.people}` };
}

/** What the reader saw above the score, without the titles that were left out. */
async function wantedAbove(
  ctx: TenantArgs['ctx'],
  question: TitlesQuestion,
  shown: MappingIntent & { readonly kind: 'above' },
): Promise<MappingDecision[]> {
  const above = await decisionsAbove(ctx, question, shown.threshold);
  const { decisions } = above;
  if (decisions.length === 0 || aboveMark(above) !== shown.mark)
    throw new Conflict(
      'The titles above this score are others by now. Look at them again before you confirm.',
    );
  const wanted = decisions.filter(({ key }) => !shown.left.has(key));
  if (wanted.length === 0) throw new InvalidInput('No title is ticked. Tick those to confirm.');
  return wanted;
}

async function countWaiting(
  ctx: TenantArgs['ctx'],
  question: TitlesQuestion,
  decisions: readonly { readonly key: string }[],
): Promise<number> {
  const keys = new Set(decisions.map(({ key }) => key));
  const { clusters } = await judgedTitles(ctx, question);
  return clusters
    .filter(({ key }) => keys.has(key))
    .reduce((sum, cluster) => sum + waitingPeople(cluster), 0);
}
