import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { insertAssessments, updateToSuperseded } from '../data/assessments';
import { insertEvidence } from '../data/evidence';
import { insertRatings } from '../data/ratings';
import type { NewVersion } from '../domain/plan-assessments';

export interface VersionStamp {
  readonly importedBy: string | null;
  /** By which they can be taken back as a whole; left out: not. */
  readonly importId?: string;
  /** Framework versions by instrument that ratings of an occupation are made under, in a cycle or outside one. */
  readonly frameworkVersionsOf: (soc: string, cycleId: string | null) => Readonly<Record<string, string>>;
}

/**
 * Stores submitted versions with their ratings and evidence; those that they replace become superseded.
 * @returns their ids, in the order of the versions.
 */
export async function storeAssessmentVersions(
  ctx: TenantContext,
  versions: readonly NewVersion[],
  stamp: VersionStamp,
): Promise<string[]> {
  const rows = versions.map((version) => ({ ...version, assessmentId: v7() }));
  await updateToSuperseded(
    ctx,
    rows.flatMap((row) => row.replaces ?? []),
  );
  await insertAssessments(
    ctx,
    rows.map(({ replaces, ratings: _, evidence: __, ...row }) => ({
      ...row,
      state: 'submitted',
      frameworkVersions: stamp.frameworkVersionsOf(row.soc, row.cycleId),
      importedBy: stamp.importedBy,
      importId: stamp.importId ?? null,
      replacedId: replaces,
      submittedAt: ctx.now,
    })),
  );
  await insertRatings(
    ctx,
    rows.flatMap(({ assessmentId, employeeId, ratings }) =>
      [...ratings].map(([dimension, state]) => ({ assessmentId, employeeId, dimension, ...state })),
    ),
  );
  await insertEvidence(
    ctx,
    rows.flatMap(({ assessmentId, evidence }) =>
      evidence.map((one) => ({ ...one, assessmentId, evidenceId: v7() })),
    ),
  );
  return rows.map(({ assessmentId }) => assessmentId);
}
