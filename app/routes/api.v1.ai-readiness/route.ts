import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { readinessAnswer, readinessQuery } from '~/modules/capability/domain/ai-readiness/api-schemas';
import {
  liveResource,
  releasedResource,
} from '~/modules/capability/domain/ai-readiness/to-readiness-resource';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';

/** AI-readiness as the token's role may see it: everybody first, then the rows. */
export const loader = apiLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { rows, team, site, asOf, since } = readQuery(url, readinessQuery);
  const view = await getAiReadiness(ctx, {
    ...{ viewer, reach, rows, teamId: team ?? null, siteId: site ?? null },
    ...{ asOf: asOf ?? null, since: since ?? null },
  });
  askForReleaseCuts(ctx, view);
  const { live, released } = view;
  return readinessAnswer.parse({
    ...view,
    pending: view.pending || view.preparing,
    release: released?.release.id ?? null,
    rows: [
      ...(live ? [liveResource(live.total, { ...live, isTotal: true })] : []),
      ...(live?.rows.map((row) => liveResource(row, { ...live, isTotal: false })) ?? []),
      ...(released ? [releasedResource(released.total, { ...released, isTotal: true })] : []),
      ...(released?.rows.map((row) => releasedResource(row, { ...released, isTotal: false })) ?? []),
    ],
  });
});
