import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict } from '~/shared/errors';
import { lockAssessmentsImport } from '../data/import-lock';
import { findAppliedReexpression, insertReexpression, updateToUndone } from '../data/reexpressions';
import { previewReexpression, type ReexpressionQuestion } from '../queries/preview-reexpression';

export interface WantedReexpression extends ReexpressionQuestion {
  readonly from: string;
  readonly to: string;
  /** How many ratings the form said would move; null: it did not say. */
  readonly moves: number | null;
}

/**
 * Reads ratings under one version of a framework in another, all that move or none; what was rated stays as it was, and
 * figures follow by the refresh. @throws NotFound; Conflict when one is applied to the framework already, when nothing
 * moves, or when other ratings move than the form said.
 */
export async function applyReexpression(ctx: TenantContext, wanted: WantedReexpression): Promise<string> {
  await lockAssessmentsImport(ctx);
  const { soc, instrument } = wanted;
  const applied = await findAppliedReexpression(ctx, { soc, instrument });
  if (applied)
    throw new Conflict(
      `Ratings under ${applied.fromVersion} are read in ${applied.toVersion} already: take that back first.`,
    );
  const { from, to, moves } = await previewReexpression(ctx, wanted);
  if (moves.length === 0) throw new Conflict('No rating moves.');
  if (wanted.moves !== null && moves.length !== wanted.moves)
    throw new Conflict(
      'Other ratings move than the page said: something was rated meanwhile. Look at it again.',
    );
  const reexpressionId = v7();
  await insertReexpression(
    ctx,
    { reexpressionId, soc, instrument, fromVersion: from, toVersion: to, appliedBy: ctx.actor.id },
    moves.map(({ assessmentId, dimension, moved }) => ({ assessmentId, dimension, level: moved })),
  );
  await markPeopleChanged(
    ctx,
    moves.map(({ employeeId }) => employeeId),
  );
  recordAudit(ctx, {
    action: 'reexpression.apply',
    subject: { kind: 'occupation', id: soc },
    details: { reexpression: reexpressionId, instrument, from, to, ratings: moves.length },
  });
  return reexpressionId;
}

/** Takes back the re-expression of a framework: every rating counts as it was made. Throws Conflict when it is none any more. */
export async function undoReexpression(
  ctx: TenantContext,
  { soc, instrument, id }: Pick<ReexpressionQuestion, 'soc' | 'instrument'> & { readonly id: string },
): Promise<void> {
  await lockAssessmentsImport(ctx);
  const applied = await findAppliedReexpression(ctx, { soc, instrument });
  const undone = applied?.reexpressionId === id ? await updateToUndone(ctx, id, ctx.actor.id) : undefined;
  if (!applied || !undone) throw new Conflict('It is taken back already.');
  await markPeopleChanged(ctx, undone.employeeIds);
  const { fromVersion: from, toVersion: to } = applied;
  recordAudit(ctx, {
    action: 'reexpression.undo',
    subject: { kind: 'occupation', id: soc },
    details: { reexpression: id, instrument, from, to, ratings: undone.ratings },
  });
}
