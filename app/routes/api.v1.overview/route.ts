import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { overviewAnswer } from '~/modules/capability/domain/overview/api-schemas';
import { getOverview } from '~/modules/capability/queries/get-overview';

/** The overview as the token's role may see it. */
export const loader = apiLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  readQuery(url, NO_QUERY);
  const view = await getOverview(ctx, { viewer, reach });
  if (view.kind === 'live') return overviewAnswer.parse(view);
  askForReleaseCuts(ctx, view);
  return overviewAnswer.parse({ ...view, pending: view.preparing });
});
