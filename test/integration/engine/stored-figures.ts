import type { TenantContext } from '#db/tenancy';

/** All stored cells without the moment of computing, in a fixed order. */
export async function readCells(ctx: TenantContext) {
  const rows = await ctx.tx.selectFrom('heatmapCells').selectAll().execute();
  return rows
    .map(
      ({
        organizationId: _o,
        computedAt: _c,
        sourceWatermark: _w,
        formulaVersion: _f,
        groupKind: _k,
        asOf: _a,
        ...row
      }) => row,
    )
    .sort((a, b) =>
      `${a.groupId}${a.rowKind}${a.dimension}`.localeCompare(`${b.groupId}${b.rowKind}${b.dimension}`),
    );
}

/** All compact rows without the moment and the number of writing, in a fixed order. */
export async function readFigures(ctx: TenantContext) {
  const rows = await ctx.tx.selectFrom('personFigures').selectAll().orderBy('employeeId').execute();
  return rows.map(({ organizationId: _o, computedAt: _c, asOf: _a, written: _w, ...row }) => row);
}
