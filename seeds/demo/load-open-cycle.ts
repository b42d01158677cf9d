import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { type Actor, type TenantContext, withTenant } from '#db/tenancy';
import { addCycleDraft } from '~/modules/assessments/commands/change-cycle-draft';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { openCycle } from '~/modules/assessments/commands/open-cycle';
import { saveCell } from '~/modules/assessments/commands/save-cell';
import { newCycle } from '~/modules/assessments/domain/new-cycle';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { addDays } from '~/shared/calendar-day';
import { demoAssessmentsCsv } from './csv';
import type { DemoOrganization } from './organizations/demo-organization';
import { openDemoCycle } from './organizations/open-cycle';

const LIMIT_MS = 300_000;

/** Who runs the cycle, and who has begun to rate. */
interface Cast {
  readonly hrPartner: string;
  readonly director: { readonly userId: string; readonly externalId: string } | null;
}

/**
 * Opens the demo organization's third cycle as its HR partner. Some people have rated themselves, saying what they said
 * before, so that no figure moves; the director has begun.
 */
export async function loadOpenCycle(
  { database, organizationId, today }: { database: Database; organizationId: string; today: string },
  demo: DemoOrganization,
  { hrPartner, director }: Cast,
): Promise<void> {
  const as = <T>(actor: Actor, work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { organizationId, actor, limitMs: LIMIT_MS }, work);
  const hr = { kind: 'user', id: hrPartner } as const;
  const viewer = { ...hr, role: 'hr_partner', teamScope: [], employeeId: null } as const;
  const { cycle, purpose, ratings } = openDemoCycle(demo, today);
  const cycleId = await as(hr, async (ctx) => {
    const fields = { ...newCycle(addDays(today, -7)), ...cycle, purpose };
    const id = await addCycleDraft(ctx, viewer, {
      ...fields,
      raterKinds: ['self', 'manager', 'peer'],
      peerChoice: 'person',
    });
    await openCycle(ctx, { cycleId: id, revision: 1 }, { report: () => {} });
    return id;
  });
  const text = demoAssessmentsCsv(ratings);
  const given = { file: 'assessments.csv', text, today, importedBy: 'demo' };
  await as(hr, (ctx) => importAssessments(ctx, given));
  if (!director) return;
  const { userId, externalId } = director;
  await as({ kind: 'user', id: userId }, async (ctx) => {
    const employeeId = (await listIdsByExternalId(ctx, new Set([externalId]))).get(externalId) ?? '';
    const rater = { kind: 'user', id: userId, role: 'director', employeeId } as const;
    for (const dimension of ['communication', 'leadership'] as const) {
      const key = randomUUID();
      await saveCell(ctx, rater, { employeeId, cycleId, dimension, value: 3, revision: 0, key });
    }
  });
}
