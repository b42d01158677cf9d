import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { whyAnswer, whyQuery } from '~/modules/capability/domain/why-figure';
import { getWhy } from '~/modules/capability/queries/get-why';

/** How a figure came about, as far as the token's role may see it. */
export const loader = apiLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { figure, asOf } = readQuery(url, whyQuery);
  return Response.json(whyAnswer.parse(await getWhy(ctx, { viewer, reach, figure, asOf: asOf ?? null })), {
    headers: { 'Cache-Control': 'no-store' },
  });
});
