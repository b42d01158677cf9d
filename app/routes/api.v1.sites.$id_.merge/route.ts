import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { mergeSites } from '~/modules/people/commands/merge-sites';
import { siteMergeBody, siteSchema } from '~/modules/people/domain/team-schemas';
import { getSiteResource } from '~/modules/people/queries/list-team-resources';
import { InvalidInput, isCadreError } from '~/shared/errors';

/** Makes two sites one; answered with the one that stays. */
export const action = apiAction(
  { permission: 'directory:write', body: siteMergeBody },
  async ({ ctx, url, params, body }) => {
    readQuery(url, NO_QUERY);
    const { id: siteId } = await getSiteResource(ctx, params['id'] ?? '');
    const stays = await getSiteResource(ctx, body.into).catch((error: unknown) => {
      if (!isCadreError(error)) throw error;
      throw new InvalidInput('The body is not right.', [
        { pointer: '/into', detail: 'There is no such site.' },
      ]);
    });
    await mergeSites(ctx, { siteId, into: stays.id });
    return siteSchema.parse(stays);
  },
);
