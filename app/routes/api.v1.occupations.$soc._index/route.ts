import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import {
  describedOccupationSchema,
  describeOccupation,
} from '~/modules/frameworks/queries/describe-occupation';

/** One occupation with evidence pack, source anchors, frameworks and sources. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url, params }) => {
  readQuery(url, z.strictObject({}));
  return describedOccupationSchema.parse(await describeOccupation(ctx, params.soc ?? ''));
});
