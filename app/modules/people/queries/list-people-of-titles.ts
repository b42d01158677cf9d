import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { type EmployeeOccupationRow, listEmployeeOccupationsOn } from '../data/employee-occupations';
import { type HolderQuestion, listTitleHolders, type TitleHolder } from '../data/title-counts';

export interface PersonOfTitle extends TitleHolder {
  /** What the person does on the day, the largest share first. */
  readonly occupations: readonly EmployeeOccupationRow[];
}

/** The people who have one of these titles on a day, with what they do then, by name. */
export async function listPeopleOfTitles(
  ctx: TenantContext,
  question: HolderQuestion,
): Promise<PersonOfTitle[]> {
  const holders = await listTitleHolders(ctx, question);
  const rows: EmployeeOccupationRow[] = [];
  for (const batch of batches(holders)) {
    const ids = batch.map(({ employeeId }) => employeeId);
    rows.push(...(await listEmployeeOccupationsOn(ctx, ids, question.day)));
  }
  const byPerson = Map.groupBy(rows, ({ employeeId }) => employeeId);
  return holders.map((holder) => ({
    ...holder,
    occupations: (byPerson.get(holder.employeeId) ?? []).toSorted((a, b) => b.share - a.share),
  }));
}
