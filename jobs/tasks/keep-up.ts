import { askToReopenEvidence } from '~/modules/assessments/commands/reopen-evidence';
import { deletePastRetention } from '~/modules/capability/commands/delete-past-retention';
import { keepUp as keep } from '~/modules/capability/commands/keep-up';
import { askForScores } from '~/modules/occupations/commands/score-titles';
import { deleteOldOperations } from '~/modules/organizations/commands/delete-old-operations';
import { deleteOldImports } from '~/modules/people/commands/imports/forget-imports';
import type { TenantTask } from '../run-task';
import { queueDueLetters } from './cycle-letters';

/** What the clock makes due in one organization; operations, uploads and figures past their end. */
export const keepUp: TenantTask<'keep-up'> = async ({ inTenant, inMembers, logger }) => {
  await inTenant(askToReopenEvidence);
  await inTenant(deleteOldOperations);
  await inTenant(deleteOldImports);
  logger.info(await inTenant(deletePastRetention), 'deleted what was kept long enough');
  logger.info(await inTenant(keep), 'kept up');
  await inTenant(askForScores);
  await queueDueLetters({ inTenant, inMembers, logger });
};
