import type { TenantContext } from '#db/tenancy';
import { listGroups } from '../data/crosswalk-lookups';
import { codesAbove, lineageOf, mergeGroups, type ShownGroup } from '../domain/crosswalk/soc-lineage';

export interface Lineage {
  /** Major group first. */
  readonly groups: readonly Pick<ShownGroup, 'code' | 'level' | 'title'>[];
  readonly sourceIds: readonly string[];
}

/** The groups above an occupation with the structures that they are from; empty where no structure is loaded. */
export async function occupationLineage(ctx: TenantContext, soc: string): Promise<Lineage> {
  const rows = await listGroups(ctx, codesAbove(soc));
  const line = lineageOf(soc, mergeGroups(rows));
  const codes = new Set(line.map(({ code }) => code));
  const used = rows.filter(({ code }) => codes.has(code));
  return {
    groups: line.map(({ code, level, title }) => ({ code, level, title })),
    sourceIds: [...new Set(used.map(({ sourceId }) => sourceId))],
  };
}
