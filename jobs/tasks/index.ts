import type { JobName } from '../catalog';
import type { SystemTask, TenantTask } from '../run-task';
import { changePeople } from './change-people';
import { confirmMappingsTask } from './confirm-mappings';
import { contestLetters } from './contest-letters';
import { cycleLetters } from './cycle-letters';
import { deleteOrganization } from './delete-organization';
import { erasePerson } from './erase-person';
import { hourlyUpkeep } from './hourly-upkeep';
import { importFile } from './import-file';
import { importSource } from './import-source';
import { keepUp } from './keep-up';
import { makeRelease } from './make-release';
import { matchTitles } from './match-titles';
import { openCycle } from './open-cycle';
import { orderDisagreements } from './order-disagreements';
import { prepareReleaseCuts } from './prepare-release-cuts';
import { publishAuditHeads } from './publish-audit-heads';
import { refreshCapability } from './refresh-capability';
import { reopenEvidenceTask } from './reopen-evidence';
import { scoreTitles } from './score-titles';
import { sendMails } from './send-mails';
import { signInLetters } from './sign-in-letters';

/** Every job of the catalogue with its task: a forgotten one is a type error. */
export const TASKS = {
  'refresh-capability': { scope: 'tenant', run: refreshCapability },
  'make-release': { scope: 'tenant', run: makeRelease },
  'prepare-release-cuts': { scope: 'tenant', run: prepareReleaseCuts },
  'match-titles': { scope: 'tenant', run: matchTitles },
  'score-titles': { scope: 'tenant', run: scoreTitles },
  'confirm-mappings': { scope: 'tenant', run: confirmMappingsTask },
  'import-source': { scope: 'tenant', run: importSource },
  'import-file': { scope: 'tenant', run: importFile },
  'erase-person': { scope: 'tenant', run: erasePerson },
  'contest-letters': { scope: 'tenant', run: contestLetters },
  'sign-in-letters': { scope: 'tenant', run: signInLetters },
  'open-cycle': { scope: 'tenant', run: openCycle },
  'cycle-letters': { scope: 'tenant', run: cycleLetters },
  'order-disagreements': { scope: 'tenant', run: orderDisagreements },
  'reopen-evidence': { scope: 'tenant', run: reopenEvidenceTask },
  'change-people': { scope: 'tenant', run: changePeople },
  'delete-organization': { scope: 'tenant', run: deleteOrganization },
  'keep-up': { scope: 'tenant', run: keepUp },
  'hourly-upkeep': { scope: 'system', run: hourlyUpkeep },
  'publish-audit-heads': { scope: 'system', run: publishAuditHeads },
  'send-mails': { scope: 'system', run: sendMails },
} as const satisfies {
  [Name in JobName]: { scope: 'tenant'; run: TenantTask<Name> } | { scope: 'system'; run: SystemTask };
};
