import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged, markTeamsChanged } from '#jobs/mark-changed';
import { forgetRater, holdImportsOfAssessments } from '~/modules/assessments/commands/forget-rater';
import { eraseAuditValues } from '~/modules/organizations/commands/erase-audit-values';
import { finishWithoutInput } from '~/modules/organizations/commands/forget-in-operations';
import { eraseEmployee, holdImportsOfPeople, holdPreviews } from '~/modules/people/commands/erase-employee';
import { forgetImports } from '~/modules/people/commands/imports/forget-imports';
import { lockRefresh } from '../data/dirty-lists';
import { deleteDirtyPerson, updateCutPerson, updateReleasePerson } from '../data/erased-members';
import { lockCuts } from '../data/release-cuts';
import type { ErasureSubject } from '../queries/get-erasure-subject';

/**
 * Erases a person in one transaction, which also ends the operation: the record with what is rated of them, themselves
 * as rater and manager of others, values in the audit log. In frozen facts of releases a random number stands for them,
 * the same in all, so that released figures stay and later cuts compare as before, with who could read the person
 * (method.md 9.5). Figures of the teams
 * concerned are computed again by the refresh that this asks for.
 */
export async function erasePerson(
  ctx: TenantContext,
  { employeeId, userId }: Pick<ErasureSubject, 'employeeId' | 'userId'>,
  operationId: string,
): Promise<{ readonly summary: readonly string[] }> {
  await holdPreviews(ctx);
  await holdImportsOfPeople(ctx);
  await holdImportsOfAssessments(ctx);
  await lockRefresh(ctx);
  await lockCuts(ctx);
  await forgetImports(ctx);
  const ratedIds = await forgetRater(ctx, employeeId);
  const anonymousId = randomUUID();
  const isReleased = await updateReleasePerson(ctx, employeeId, anonymousId);
  const { teamIds, reportIds } = await eraseEmployee(ctx, employeeId, isReleased ? anonymousId : null);
  await updateCutPerson(ctx, employeeId, anonymousId);
  await deleteDirtyPerson(ctx, employeeId);
  const others = new Set([...ratedIds, ...reportIds]);
  others.delete(employeeId);
  await markPeopleChanged(ctx, others);
  await markTeamsChanged(ctx, teamIds);
  const values = await eraseAuditValues(ctx, employeeId, userId);
  const result = {
    summary: [
      'The person and everything that was about them alone are gone.',
      `Ratings that they gave to ${count(others.size)} are kept without their name.`,
      `${values} ${values === 1 ? 'value was' : 'values were'} taken from the audit log; its chain stays sound.`,
    ],
  };
  await finishWithoutInput(ctx, operationId, result);
  return result;
}

function count(people: number): string {
  return people === 1 ? 'one person' : `${people} people`;
}
