import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import {
  changeSettingValues,
  type SettingChange,
  type SettingValues,
} from '~/modules/organizations/commands/change-setting-values';
import { InvalidInput } from '~/shared/errors';
import { mergeConstants } from '../domain/constants-overrides';
import { getMethod } from '../queries/get-method';

/**
 * Stores all settings of the organization and asks for exactly the computation that they need: a refresh where the
 * method or the day becomes another, nothing else. Gives back what changed.
 * @throws InvalidInput naming the field; Conflict when somebody changed a setting since the revision.
 */
export async function changeSettings(
  ctx: TenantContext,
  revision: number,
  wanted: SettingValues,
): Promise<SettingChange[]> {
  mergeConstants(wanted.constants, wanted.suppressionK);
  if (
    wanted.instruments.length === 0 ||
    !wanted.instruments.every((one) => (INSTRUMENTS as readonly string[]).includes(one))
  ) {
    const detail = 'Choose at least one of the instruments.';
    throw new InvalidInput(detail, [{ pointer: 'instrument', detail }]);
  }
  const before = await getMethod(ctx);
  const changes = await changeSettingValues(ctx, revision, wanted);
  if (changes.length === 0) return changes;
  const after = await getMethod(ctx);
  if (after.version !== before.version || after.today !== before.today)
    await enqueue(ctx, 'refresh-capability', {});
  return changes;
}
