import type { TenantArgs } from '~/http/tenant-route.server';
import { settingsOf } from '~/modules/capability/domain/targets/target-profile-view';
import { getMethod } from '~/modules/capability/queries/get-method';
import { changeTargets } from '~/modules/people/commands/change-targets';
import { planTargets, realChanges, type TargetChange } from '~/modules/people/domain/plan-targets';
import type { RoleBand } from '~/modules/people/domain/role-band';
import { unwrittenProfiles } from '~/modules/people/domain/unwritten-profiles';
import { countPeopleTouched } from '~/modules/people/queries/count-target-holders';
import { listTargetPeriods } from '~/modules/people/queries/list-target-periods';
import { InvalidInput } from '~/shared/errors';
import type { TargetForm } from './read-target-form.server';

export interface TargetPreview {
  readonly changes: readonly TargetChange[];
  /** People whose targets these are on the day. */
  readonly people: number;
  readonly form: TargetForm;
}

interface Profile {
  readonly soc: string;
  readonly roleBand: RoleBand;
}

/** Shows what a form would change, or does it: then null. Throws InvalidInput for a profile that asks nothing. */
export async function obeyTargetForm(
  ctx: TenantArgs['ctx'],
  profile: Profile,
  form: TargetForm,
): Promise<TargetPreview | null> {
  const removes = form.intent === 'remove' || form.intent === 'preview-removal';
  const asked = removes ? {} : form.asked;
  if (!removes && Object.keys(asked).length === 0)
    throw new InvalidInput(
      'The profile would ask nothing. Choose a level in at least one dimension, or take the written profile away.',
    );
  const settings = settingsOf(profile, asked);
  const { from, revision } = form;
  if (form.intent === 'save' || form.intent === 'remove') {
    await changeTargets(ctx, { settings, from, revision, dropPlans: removes });
    return null;
  }
  const known = await listTargetPeriods(ctx, [profile.soc]);
  const { constants } = await getMethod(ctx);
  const { minimumShare } = constants;
  const wasDefault = unwrittenProfiles(known, [profile], from).size > 0;
  const { changes } = planTargets(known, settings, { from, dropPlans: removes });
  return {
    changes: realChanges(changes).map((change) => ({ ...change, wasDefault })),
    people: await countPeopleTouched(ctx, [profile], { day: from, minimumShare, teamIds: null }),
    form,
  };
}
