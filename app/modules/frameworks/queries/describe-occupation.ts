import { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { occupationSchema } from '~/modules/occupations/domain/api-schemas';
import { getOccupation } from '~/modules/occupations/queries/get-occupation';
import { listSources } from '~/modules/occupations/queries/list-sources';
import { listFrameworkHeads } from '../data/framework-heads';
import { frameworkSummarySchema } from './framework-schemas';
import { summarise } from './list-frameworks';

/** GET /api/v1/occupations/:soc */
export const describedOccupationSchema = occupationSchema.extend({
  frameworks: z.array(frameworkSummarySchema),
});

export type DescribedOccupation = z.infer<typeof describedOccupationSchema>;

/** An occupation with all that is known of it: evidence, anchors, frameworks, sources. Throws NotFound. */
export async function describeOccupation(ctx: TenantContext, soc: string): Promise<DescribedOccupation> {
  const { occupation, sourceIds } = await getOccupation(ctx, soc);
  const heads = await listFrameworkHeads(ctx, { socs: [soc] });
  const all = new Set([...heads.map(({ sourceId }) => sourceId), ...sourceIds]);
  return { ...occupation, frameworks: summarise(heads), sources: await listSources(ctx, [...all]) };
}
