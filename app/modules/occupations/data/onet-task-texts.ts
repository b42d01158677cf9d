import type { SystemContext } from '#db/system';
import type { TaskText } from '../domain/ai-evidence/task-text';

/** Every task that a load holds, with its occupation; a release has some 19,000. */
export async function listTaskTexts({ tx }: SystemContext, loadId: number): Promise<TaskText[]> {
  const rows = await tx
    .selectFrom('onetTasks')
    .select(['soc', 'taskId', 'task'])
    .where('loadId', '=', loadId)
    .orderBy('position')
    .execute();
  return rows.map(({ soc, taskId, task }) => ({ soc, taskId: String(taskId), text: task }));
}
