import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { Conflict, Forbidden, InvalidInput, NotFound } from '~/shared/errors';
import { insertKLowering, listKLowerings, updateKLowering } from '../data/k-lowerings';
import { updateSettings } from '../data/organization-settings';
import { SETTING_RANGES } from '../domain/settings-ranges';
import type { Viewer } from '../domain/viewer';
import { getSettings } from '../queries/get-settings';
import { recordAudit } from './record-audit';

const LEAST_K = SETTING_RANGES.suppressionK.least;
const LONGEST_REASON = 500;

type Author = Pick<Viewer, 'kind' | 'id' | 'role'>;

/**
 * An owner asks that smaller groups are shown; nothing changes until an HR partner agrees.
 * @throws Forbidden; InvalidInput naming the field; Conflict when something waits already.
 */
export async function askToLowerK(
  ctx: TenantContext,
  author: Author,
  wish: { readonly toK: number; readonly reason: string },
): Promise<void> {
  if (author.kind !== 'user' || author.role !== 'owner')
    throw new Forbidden('An owner asks for it, and an HR partner agrees.');
  const { suppressionK: fromK } = await getSettings(ctx);
  const reason = wish.reason.trim();
  const errors = [
    ...(Number.isInteger(wish.toK) && wish.toK >= LEAST_K && wish.toK < fromK
      ? []
      : [{ pointer: 'toK', detail: `Enter a whole number from ${LEAST_K} to ${fromK - 1}.` }]),
    ...(reason === '' || [...reason].length > LONGEST_REASON
      ? [{ pointer: 'reason', detail: `Say why, in 1 to ${LONGEST_REASON} characters.` }]
      : []),
  ];
  if (errors.length > 0) throw new InvalidInput('This cannot be asked for.', errors);
  const { toK } = wish;
  const row = { loweringId: randomUUID(), fromK, toK, reason, askedBy: author.id };
  if (!(await insertKLowering(ctx, row)))
    throw new Conflict('Something waits for an answer already. Take it back first.');
  record(ctx, 'suppression.ask', { from: fromK, to: toK });
}

/**
 * An HR partner, who is not the asker, agrees: it holds from the next release on. Or declines; the asker, or another
 * owner, takes it back the same way.
 * @throws NotFound when it does not wait any more; Forbidden; Conflict when k was changed meanwhile.
 */
export async function answerKLowering(
  ctx: TenantContext,
  author: Author,
  { loweringId, agree }: { readonly loweringId: string; readonly agree: boolean },
): Promise<void> {
  const waiting = (await listKLowerings(ctx)).find(
    (one) => one.loweringId === loweringId && one.state === 'waiting',
  );
  if (!waiting) throw new NotFound('Nothing waits for an answer any more.');
  const isPerson = author.kind === 'user';
  const mayAgree = author.role === 'hr_partner' && author.id !== waiting.askedBy;
  if (!isPerson || (agree && !mayAgree))
    throw new Forbidden('An owner asks for it, and an HR partner who is somebody else agrees.');
  const state = agree ? ('agreed' as const) : ('declined' as const);
  const answered = await updateKLowering(ctx, loweringId, { state, answeredBy: author.id });
  if (!answered) throw new NotFound('Nothing waits for an answer any more.');
  const { fromK, toK } = answered;
  if (!agree) return record(ctx, 'suppression.decline', { from: fromK, to: toK });
  const { revision, ...settings } = await getSettings(ctx);
  if (settings.suppressionK !== fromK)
    throw new Conflict('The smallest group was changed meanwhile. Decline, and ask again.');
  if (!(await updateSettings(ctx, revision, { ...settings, suppressionK: toK })))
    throw new Conflict('Somebody else changed the settings. Open the page again.');
  record(ctx, 'suppression.agree', { from: fromK, to: toK });
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  const changes = [{ field: 'suppressionK', before: fromK, after: toK }];
  recordAudit(ctx, { action: 'settings.change', subject, details: { changes } });
}

function record(
  ctx: TenantContext,
  action: 'suppression.ask' | 'suppression.agree' | 'suppression.decline',
  details: { readonly from: number; readonly to: number },
): void {
  recordAudit(ctx, { action, subject: { kind: 'organization', id: ctx.organizationId }, details });
}
