import type { TenantContext } from '#db/tenancy';
import { listFigureJobs } from '~/modules/organizations/queries/list-own-jobs';
import { countDirty } from '../data/dirty-lists';
import { findLatestRelease } from '../data/releases';
import { type FiguresAlert, figuresAlert } from '../domain/figures-alert';

/** Whether the jobs that figures come from fail or are stuck, for those who read them live or released; null: they do not. */
export async function getFiguresAlert(
  ctx: TenantContext,
  { of }: { readonly of: 'live' | 'released' },
): Promise<FiguresAlert | null> {
  const jobs = await listFigureJobs(ctx);
  if (jobs.length === 0) return null;
  const isBehind = of === 'live' && (await countDirty(ctx)) > 0;
  const releasedAt = of === 'released' ? ((await findLatestRelease(ctx))?.madeAt ?? null) : null;
  return figuresAlert({ jobs, of, isBehind, releasedAt, now: ctx.now });
}
