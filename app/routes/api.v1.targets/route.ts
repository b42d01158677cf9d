import { apiAction } from '~/http/api-action.server';
import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import {
  targetListQuery,
  targetListSchema,
  targetPatchAnswer,
  targetPatchBody,
} from '~/modules/capability/domain/targets/api-schemas';
import { getMethod } from '~/modules/capability/queries/get-method';
import { patchTargets } from '~/modules/people/commands/patch-targets';
import { targetIdOf } from '~/modules/people/domain/target-id';
import { listTargetPage } from '~/modules/people/queries/list-target-page';
import { InvalidInput } from '~/shared/errors';

const CURSOR = /^(\d{2}-\d{4}\.\d{2}) ([1-4]) ([a-z_]{1,40})$/;

/** The last target of the page before. Throws InvalidInput for what this list never gave out. */
function readCursor(cursor: string) {
  const [, soc = '', band, dimension = ''] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (band !== undefined) return { soc, roleBand: Number(band), dimension };
  throw new InvalidInput('The query is not right.', [
    { pointer: 'cursor', detail: 'is not a cursor of this list' },
  ]);
}

/** The written targets of today, by occupation, band and dimension. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url }) => {
  const { occupation, roleBand, limit, cursor } = readQuery(url, targetListQuery);
  const after = cursor === undefined ? null : readCursor(cursor);
  const { today: asOf } = await getMethod(ctx);
  const page = { asOf, soc: occupation ?? null, roleBand: roleBand ?? null, after, limit };
  const { items, next } = await listTargetPage(ctx, page);
  const body = targetListSchema.parse({
    items: items.map(({ soc, ...row }) => ({ id: targetIdOf({ soc, ...row }), occupation: soc, ...row })),
  });
  const last = next && `${next.soc} ${next.roleBand} ${next.dimension}`;
  return withNextLink(body, url, last && Buffer.from(last).toString('base64url'));
});

/** Changes targets from a day on, all items or none. */
export const action = apiAction(
  { permission: 'catalogue:write', method: 'PATCH', body: targetPatchBody },
  async ({ ctx, body: { items, validFrom } }) => {
    const { today } = await getMethod(ctx);
    const asked = items.map(({ occupation: soc, ...item }) => ({ soc, ...item }));
    const { changes, warnings } = await patchTargets(ctx, asked, validFrom ?? today);
    const statuses = changes.map(({ outcome: status }, index) => ({ index, status }));
    return targetPatchAnswer.parse({ items: statuses, warnings });
  },
);
