import type { TenantContext } from '#db/tenancy';
import { importPositionsFile } from '~/modules/people/commands/import-positions';
import { writePositionProfile } from '~/modules/people/commands/write-position-profile';
import { listPositions } from '~/modules/people/queries/list-positions';
import { positionsCsv } from './csv';
import type { DemoOrganization } from './organizations/demo-organization';

/** Adds the posts of a demo organization with their own profiles, as the context's actor says them. */
export async function loadPositions(
  ctx: TenantContext,
  demo: DemoOrganization,
  today: string,
): Promise<void> {
  const text = positionsCsv(demo.positions);
  await importPositionsFile(ctx, { file: 'positions.csv', text, today, importedBy: ctx.actor.id });
  const viewer = { teamScope: [], employeeId: null };
  const stored = await listPositions(ctx, { viewer, reach: 'all', filter: {}, asOf: today });
  const idOf = new Map(stored.map(({ externalId, id }) => [externalId, id]));
  for (const { row, profile } of demo.positions) {
    const positionId = idOf.get(row.external_id);
    if (positionId === undefined || profile.length === 0) continue;
    const dimensions = profile.map((asked) => ({ ...asked, reasonSource: null }));
    await writePositionProfile(ctx, { positionId, dimensions, today });
  }
}
