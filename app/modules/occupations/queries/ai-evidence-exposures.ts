import type { TenantContext } from '#db/tenancy';
import { listLiveSets, listOccupationFigures, listPatternFigures } from '../data/ai-evidence-lookups';
import { JOB_EXPOSURE } from '../domain/ai-evidence/aei-tables';
import { codesOf, ownOrParent } from '../domain/ai-evidence/parent-code';
import { augmentShare } from '../domain/ai-evidence/usage-of-tasks';

export interface Exposure {
  /** Observed exposure, 0 to 1; null where none is published ("no data"). 0 reads "none observed". */
  readonly exposure: number | null;
  /** Code and title of the SOC occupation whose exposure it is, where it is not the occupation's own. */
  readonly inheritedFrom: string | null;
}

export interface Exposures {
  /** The named release that they are of (method.md 6); null where none is loaded. */
  readonly release: string | null;
  readonly bySoc: ReadonlyMap<string, Exposure>;
}

/** The observed exposure of occupations, all of one release. */
export async function exposuresOf(ctx: TenantContext, socs: readonly string[]): Promise<Exposures> {
  const set = (await listLiveSets(ctx)).find(({ kind }) => kind === JOB_EXPOSURE.origin.kind);
  const rows = await listOccupationFigures(ctx, [...new Set(socs.flatMap(codesOf))], ['observed_exposure']);
  const ofSet = Map.groupBy(
    rows.filter(({ sourceId }) => sourceId === set?.sourceId),
    ({ subject }) => subject,
  );
  const exposureOf = (soc: string): Exposure => {
    const found = ownOrParent(
      soc,
      codesOf(soc).flatMap((code) => ofSet.get(code) ?? []),
    );
    return { exposure: found?.row.figure ?? null, inheritedFrom: found?.inheritedFrom ?? null };
  };
  return { release: set?.release ?? null, bySoc: new Map(socs.map((soc) => [soc, exposureOf(soc)])) };
}

export interface PatternShare {
  readonly release: string;
  readonly platform: string;
  /** Share of augmentation among conversations with a known pattern, in percent. */
  readonly augmentShare: number;
}

/** Share of augmentation over all conversations of each release that publishes patterns. */
export async function patternShares(ctx: TenantContext): Promise<PatternShare[]> {
  const wanted = new Set(['pattern_share', 'collaboration_pct']);
  const rows = (await listPatternFigures(ctx)).filter(({ measure }) => wanted.has(measure));
  return [...Map.groupBy(rows, ({ sourceId }) => sourceId).values()].flatMap((figures) => {
    const share = augmentShare(figures);
    const [first] = figures;
    return share && first
      ? [{ release: first.release, platform: first.part, augmentShare: share.value }]
      : [];
  });
}
