import type { TenantArgs } from '~/http/tenant-route.server';
import {
  addDecision,
  changeTerms,
  decide,
  withdrawDecision,
} from '~/modules/capability/commands/change-decisions';
import type { FigureOwner } from '~/modules/capability/domain/overview/decision';
import { getOverview, releasedWords } from '~/modules/capability/queries/get-overview';
import { type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import { listDeciders } from './list-deciders.server';
import type { DecisionForm } from './read-decision-form.server';

/** Whose figures a reach shows. */
export function figureOwner(reach: Reach): FigureOwner {
  return reach === 'all' || reach === 'subtree' ? reach : 'released';
}

/** Does what a form of the register asks. */
export async function obeyDecisionForm(
  { ctx, viewer, context }: Pick<TenantArgs, 'ctx' | 'viewer' | 'context'>,
  form: DecisionForm,
): Promise<void> {
  const reach = reachOf(viewer.role, 'heatmap:read');
  if (form.intent === 'decide') return decide(ctx, viewer, form);
  if (form.intent === 'withdraw') return withdrawDecision(ctx, viewer, form.decisionId);
  const deciders = await listDeciders(context.database, viewer.organization.id);
  const members = new Set(deciders.map(({ userId }) => userId));
  if (form.intent === 'change') return changeTerms(ctx, viewer, { wish: form, members });
  const view = form.wish.figure === '' ? null : await getOverview(ctx, { viewer, reach });
  await addDecision(ctx, viewer, {
    wish: form.wish,
    members,
    seen: (figure) => ({
      owner: figureOwner(reach),
      asOf: (view?.kind === 'live' ? view.asOf : view?.release?.asOf) ?? '',
      value: view?.kind === 'live' ? (view.tiles.find(({ key }) => key === figure)?.value ?? null) : null,
      words: view?.kind === 'released' ? releasedWords(view, figure) : null,
    }),
  });
}
