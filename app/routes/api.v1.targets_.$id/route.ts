import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { targetBody, targetSchema } from '~/modules/capability/domain/targets/api-schemas';
import { getMethod } from '~/modules/capability/queries/get-method';
import { patchTargets } from '~/modules/people/commands/patch-targets';
import { targetIdOf } from '~/modules/people/domain/target-id';
import { getTarget } from '~/modules/people/queries/get-target';

type Target = Awaited<ReturnType<typeof getTarget>>;

function resource({ soc, roleBand, dimension, level, weight, critical }: Target) {
  const id = targetIdOf({ soc, roleBand, dimension });
  return targetSchema.parse({ id, occupation: soc, roleBand, dimension, level, weight, critical });
}

/** One written target as it stands today. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url, params }) => {
  readQuery(url, NO_QUERY);
  const { today: asOf } = await getMethod(ctx);
  return resource(await getTarget(ctx, { id: params['id'] ?? '', asOf }));
});

/** Changes what stands from a day on; answers with the target of that day. */
export const action = apiAction(
  { permission: 'catalogue:write', method: 'PATCH', body: targetBody },
  async ({ ctx, url, params, body: { validFrom, ...asked } }) => {
    readQuery(url, NO_QUERY);
    const { today } = await getMethod(ctx);
    const question = { id: params['id'] ?? '', asOf: validFrom ?? today };
    const standing = await getTarget(ctx, question);
    const item = { ...standing, ...asked, level: asked.level ?? standing.level };
    await patchTargets(ctx, [item], question.asOf);
    return resource(await getTarget(ctx, question));
  },
);
