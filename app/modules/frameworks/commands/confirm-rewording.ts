import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict } from '~/shared/errors';
import { deleteRewording, insertRewording } from '../data/statement-confirmations';
import { type ComparisonQuestion, compareFrameworks, rewordingKey } from '../queries/compare-frameworks';

export interface RewordingAnswer extends ComparisonQuestion {
  /** Identities of the statement in the version `from` and in the version `to`. */
  readonly first: string;
  readonly second: string;
}

/**
 * Says that two statements, which the comparison of two versions proposes, are one in other words. Saying it again
 * changes nothing.
 * @throws Conflict where the comparison does not propose them (any more). NotFound as compareFrameworks.
 */
export async function confirmRewording(ctx: TenantContext, answer: RewordingAnswer): Promise<void> {
  const { difference, confirmed } = await compareFrameworks(ctx, answer);
  const { first, second } = answer;
  if (confirmed.has(rewordingKey(first, second))) return;
  const isProposed = difference.reworded.some(({ from, to }) => from.id === first && to.id === second);
  if (!isProposed) {
    throw new Conflict(
      'These two statements are not proposed as one any more. Look at the comparison again.',
    );
  }
  await insertRewording(ctx, { first, second });
  audit(ctx, answer, 'rewording');
}

/** Takes it back; where it was not said, nothing changes. */
export async function undoRewording(ctx: TenantContext, answer: RewordingAnswer): Promise<void> {
  if (await deleteRewording(ctx, answer)) audit(ctx, answer, 'rewording_undone');
}

function audit(
  ctx: TenantContext,
  { soc, instrument }: RewordingAnswer,
  what: 'rewording' | 'rewording_undone',
): void {
  const details = { instrument, what, statements: 1 };
  recordAudit(ctx, { action: 'framework.confirm', subject: { kind: 'occupation', id: soc }, details });
}
