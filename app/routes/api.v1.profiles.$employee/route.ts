import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { profileAnswer, profileQuery } from '~/modules/capability/domain/api-schemas';
import { getProfile } from '~/modules/capability/queries/get-profile';

const BY_EXTERNAL_ID = 'externalId:';

/** A person's profile by id or `externalId:E0001`, for tokens whose role may see individual records. */
export const loader = apiLoader(
  { permission: 'profiles:read' },
  async ({ ctx, viewer, reach, params, url }) => {
    const { asOf } = readQuery(url, profileQuery);
    const named = params['employee'] ?? '';
    const key = named.startsWith(BY_EXTERNAL_ID)
      ? { externalId: named.slice(BY_EXTERNAL_ID.length) }
      : { employeeId: named };
    return profileAnswer.parse(await getProfile(ctx, { viewer, reach, key, asOf }));
  },
);
