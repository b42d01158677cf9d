import { FIRST, reopenEvidence } from '~/modules/assessments/commands/reopen-evidence';
import type { TenantTask } from '../run-task';

/** Looks through evidence and drafts from before an upgrade; each batch is one transaction. */
export const reopenEvidenceTask: TenantTask<'reopen-evidence'> = async ({ inTenant, logger }) => {
  for (let after: string | null = FIRST; after !== null; ) {
    const from: string = after;
    after = await inTenant((ctx) => reopenEvidence(ctx, from));
  }
  logger.info('evidence from before the upgrade is looked through');
};
