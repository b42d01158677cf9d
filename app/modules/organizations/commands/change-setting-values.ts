import type { TenantContext } from '#db/tenancy';
import { Conflict, InvalidInput } from '~/shared/errors';
import { type SettingValues, updateSettings } from '../data/organization-settings';
import { settingsFaults } from '../domain/settings-ranges';
import { isTimeZone } from '../domain/time-zone';
import { getSettings } from '../queries/get-settings';
import { recordAudit } from './record-audit';

export type { SettingValues } from '../data/organization-settings';

/** One field before and after, as the audit log keeps it. */
export interface SettingChange {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/**
 * Stores settings whose constants and instruments the caller has checked; gives back what changed. Smaller groups are
 * not shown this way (lower-suppression-k.ts).
 * @throws InvalidInput naming the field; Conflict when somebody changed a setting since the revision.
 */
export async function changeSettingValues(
  ctx: TenantContext,
  revision: number,
  after: SettingValues,
): Promise<SettingChange[]> {
  const before = await getSettings(ctx);
  if (before.revision !== revision) throw changedSince();
  const errors = [
    ...(isTimeZone(after.timeZone)
      ? []
      : [{ pointer: 'timeZone', detail: 'Choose a time zone of the list.' }]),
    ...settingsFaults(before, after),
  ];
  if (errors.length > 0) throw new InvalidInput('Some of the settings cannot be.', errors);
  const changes = settingChanges(before, after);
  if (changes.length === 0) return [];
  if (!(await updateSettings(ctx, revision, after))) throw changedSince();
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  recordAudit(ctx, { action: 'settings.change', subject, details: { changes } });
  return changes;
}

function changedSince(): Conflict {
  return new Conflict('Somebody else changed the settings since you opened the page. Open it again.');
}

/** The fields that differ, constants one by one. */
function settingChanges(before: SettingValues, after: SettingValues): SettingChange[] {
  const [was, is] = [flat(before), flat(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return fields.flatMap((field) => {
    const [one, other] = [was[field] ?? null, is[field] ?? null];
    return one === other ? [] : [{ field, before: one, after: other }];
  });
}

function flat({ constants, instruments, ...values }: SettingValues): Record<string, string | number | null> {
  const { timeZone, suppressionK, retentionMonths, ratingRetentionMonths } = values;
  const flattened: Record<string, string | number | null> = {
    timeZone,
    suppressionK,
    retentionMonths,
    ratingRetentionMonths,
    instruments: [...instruments].sort().join(', '),
  };
  for (const [name, value] of Object.entries(constants)) {
    if (typeof value === 'number') flattened[name] = value;
    else if (typeof value === 'object' && value !== null) {
      for (const [part, number] of Object.entries(value)) flattened[`${name}.${part}`] = Number(number);
    }
  }
  return flattened;
}
