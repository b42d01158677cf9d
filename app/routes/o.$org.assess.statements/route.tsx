import { tenantLoader } from '~/http/tenant-route.server';
import { statementsOfTask } from '~/modules/assessments/queries/rating-grid';
import { ratingTasks } from '~/modules/assessments/queries/rating-tasks';
import { NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** The statements of one occupation that raters tick in a cycle, or of their own accord; the grid asks as it goes. */
export const loader = tenantLoader({ permission: 'ratings:submit' }, async ({ ctx, viewer, url }) => {
  const cycleId = url.searchParams.get('cycle') || null;
  if (cycleId !== null && !isUuid(cycleId)) throw new NotFound('There is no such cycle.');
  const tasks = await ratingTasks(ctx, viewer, { cycleId, employeeIds: [] });
  const statements = await statementsOfTask(ctx, tasks, url.searchParams.get('soc'));
  return Response.json({ statements }, { headers: { 'Cache-Control': 'private, no-store' } });
});
