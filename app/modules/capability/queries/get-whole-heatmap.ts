import type { TenantContext } from '#db/tenancy';
import { getHeatmap, type Heatmap, type HeatmapQuery } from './get-heatmap';

/** People that one part of a list holds; one view notes so many at most. */
const PART = 1_000;

/** The heatmap with all of its people where it lists people, any other view as it is. */
export async function getWholeHeatmap(
  ctx: TenantContext,
  query: Omit<HeatmapQuery, 'limit' | 'after' | 'offset'>,
): Promise<Heatmap> {
  const whole = { ...query, limit: PART, after: null };
  const view = await getHeatmap(ctx, whole);
  const rows = [...view.rows];
  while (view.total !== null && rows.length < view.total) {
    const part = await getHeatmap(ctx, { ...whole, offset: rows.length });
    if (part.rows.length === 0) break;
    rows.push(...part.rows);
  }
  return { ...view, rows };
}
