import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { standardListSchema } from '~/modules/occupations/domain/standard-schemas';
import { listStandards } from '~/modules/occupations/queries/standard-list';
import { organizationDay } from '~/modules/organizations/queries/organization-day';

/** All national occupational standards, one item a version, in order of URN. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url }) => {
  readQuery(url, z.strictObject({}));
  return standardListSchema.parse({ items: await listStandards(ctx, await organizationDay(ctx)) });
});
