import type { TenantContext } from '#db/tenancy';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { type ImportedAssessment, listImportedAssessments } from '../data/imported-assessments';
import type { Importer } from '../domain/importer';
import { type StayReason, whyStays } from '../domain/undo-rating';

export interface RatingsUndoPlan {
  /** Assessments that go, the version before each counting again. */
  readonly restore: readonly ImportedAssessment[];
  /** Assessments that go and had none before them. */
  readonly remove: readonly ImportedAssessment[];
  /** Assessments that stay as they are now. */
  readonly left: readonly (ImportedAssessment & { readonly name: string; readonly reason: StayReason })[];
}

/**
 * What taking an import of ratings back would do now; the same look decides when it is done.
 * @param by who takes it back
 */
export async function getRatingsUndoPlan(
  ctx: TenantContext,
  importId: string,
  by: Pick<Importer, 'employeeId'>,
): Promise<RatingsUndoPlan> {
  const made = await listImportedAssessments(ctx, importId);
  const back = made.filter((one) => whyStays(one, by) === null);
  const left = made.flatMap((one) => {
    const reason = whyStays(one, by);
    return reason === null ? [] : { ...one, reason };
  });
  const names = await listPeopleNames(ctx, new Set(left.map(({ employeeId }) => employeeId)));
  return {
    restore: back.filter(({ replacedId }) => replacedId !== null),
    remove: back.filter(({ replacedId }) => replacedId === null),
    left: left.map((one) => ({ ...one, name: names.get(one.employeeId) ?? '' })),
  };
}
