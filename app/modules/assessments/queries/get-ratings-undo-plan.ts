import type { TenantContext } from '#db/tenancy';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { type ImportedAssessment, listImportedAssessments } from '../data/imported-assessments';

export interface RatingsUndoPlan {
  /** Assessments that go, the version before each counting again. */
  readonly restore: readonly ImportedAssessment[];
  /** Assessments that go and had none before them. */
  readonly remove: readonly ImportedAssessment[];
  /** Assessments that stay as they are now, because something happened to them since. */
  readonly left: readonly (ImportedAssessment & { readonly name: string })[];
}

/** What taking an import of ratings back would do now; the same look decides when it is done. */
export async function getRatingsUndoPlan(ctx: TenantContext, importId: string): Promise<RatingsUndoPlan> {
  const made = await listImportedAssessments(ctx, importId);
  const back = made.filter(({ untouched }) => untouched);
  const left = made.filter(({ untouched }) => !untouched);
  const names = await listPeopleNames(ctx, new Set(left.map(({ employeeId }) => employeeId)));
  return {
    restore: back.filter(({ replacedId }) => replacedId !== null),
    remove: back.filter(({ replacedId }) => replacedId === null),
    left: left.map((one) => ({ ...one, name: names.get(one.employeeId) ?? '' })),
  };
}
