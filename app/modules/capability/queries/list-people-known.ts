import type { TenantContext } from '#db/tenancy';
import { listRatedBy } from '~/modules/assessments/queries/list-rated-by';
import { listDirectReports } from '~/modules/people/queries/list-direct-reports';
import type { Reader } from './get-individual-access';

/**
 * People whose levels a reader knows, or may state, without reading their records: direct reports on the day and whom
 * the reader has rated. Released figures leave them out as they leave out those who may be read one by one: who knows
 * all but one of a row would know the last one too (method.md 9.4).
 */
export async function listPeopleKnown(
  ctx: TenantContext,
  { employeeId }: Pick<Reader, 'employeeId'>,
  day: string,
): Promise<ReadonlySet<string>> {
  if (employeeId === null) return new Set();
  const reports = await listDirectReports(ctx, employeeId, day);
  return new Set([...reports.map((report) => report.employeeId), ...(await listRatedBy(ctx, employeeId))]);
}
