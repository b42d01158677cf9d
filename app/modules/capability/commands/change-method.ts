import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { INSTRUMENTS, type Instrument } from '~/modules/frameworks/domain/dimension';
import { changeMethodSettings } from '~/modules/organizations/commands/change-method-settings';
import { InvalidInput } from '~/shared/errors';
import { type ConstantsOverrides, mergeConstants } from '../domain/constants-overrides';
import { getMethod } from '../queries/get-method';

export interface MethodChange {
  /** All of the organization's own values, instead of those before; not given: they stay. */
  readonly constants?: ConstantsOverrides;
  /** What the organization assesses; not given: it stays. */
  readonly instruments?: readonly Instrument[];
}

/**
 * Sets how the organization computes. The refresh that this asks for finds another version and computes everybody
 * again. Throws InvalidInput for a value out of its range.
 */
export async function changeMethod(ctx: TenantContext, change: MethodChange): Promise<void> {
  const { constants } = await getMethod(ctx);
  if (change.constants) mergeConstants(change.constants, constants.suppressionK);
  const unknown = change.instruments?.some((instrument) => !INSTRUMENTS.includes(instrument));
  if (unknown || change.instruments?.length === 0) {
    const detail = `One or more of ${INSTRUMENTS.join(', ')} are expected.`;
    throw new InvalidInput('The instruments are not valid.', [{ pointer: '/instruments', detail }]);
  }
  await changeMethodSettings(ctx, change);
  await enqueue(ctx, 'refresh-capability', {});
}
