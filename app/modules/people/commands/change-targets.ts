import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { DayText } from '~/shared/calendar-day';
import { Conflict } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { listTargetProfiles } from '../data/target-profiles';
import {
  changedFields,
  planTargets,
  realChanges,
  type TargetPlan,
  type TargetSetting,
  targetRevision,
} from '../domain/plan-targets';
import { storeTargetPlan } from './store-target-plan';

export interface TargetsChange {
  readonly settings: readonly TargetSetting[];
  /** The first day on which they hold. */
  readonly from: DayText;
  /** Also what is planned after that day goes, in the dimensions named. */
  readonly dropPlans?: boolean;
  /** What targetRevision gave for the profiles named when they were read; not given: whatever they are now. */
  readonly revision?: string;
}

/**
 * Sets dimensions of target profiles from a day on; the others stay as they are. Audited with counts, where anything
 * changes. Throws Conflict when the profiles are not any more as they were read.
 */
export async function changeTargets(ctx: TenantContext, change: TargetsChange): Promise<TargetPlan> {
  const { settings, from, dropPlans = false, revision } = change;
  await lockPeopleImport(ctx);
  const known = await listTargetProfiles(ctx, [...new Set(settings.map(({ soc }) => soc))]);
  const pairs = new Set(settings.map(pairOf));
  const named = known.filter((row) => pairs.has(pairOf(row)));
  if (revision !== undefined && revision !== targetRevision(named)) throw changedMeanwhile();
  const plan = planTargets(known, settings, { from, dropPlans });
  await storeTargetPlan(ctx, plan);
  recordChange(ctx, plan);
  return plan;
}

function recordChange(ctx: TenantContext, { changes }: TargetPlan): void {
  const real = realChanges(changes);
  if (real.length === 0) return;
  recordAudit(ctx, {
    action: 'targets.change',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: {
      profiles: new Set(real.map(pairOf)).size,
      targets: real.length,
      dimensions: [...new Set(real.map(({ dimension }) => dimension))].sort(),
      fields: changedFields(real),
    },
  });
}

const pairOf = ({ soc, roleBand }: { readonly soc: string; readonly roleBand: number }) =>
  `${soc} ${roleBand}`;

function changedMeanwhile(): Conflict {
  return new Conflict(
    'Somebody changed this target profile since you opened it. Nothing was saved: look at it as it is now, then change it again.',
  );
}
