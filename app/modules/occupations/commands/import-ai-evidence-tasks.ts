import type { SystemContext } from '#db/system';
import { replaceTaskKeys } from '../data/ai-evidence-rows';
import { readTaskText, TASK_LIST, TASK_LIST_COLUMNS, type TaskText } from '../domain/ai-evidence/task-text';
import { releaseOfPath } from './import-ai-evidence';
import type { SourceReport, SourceRequest } from './import-source-request';
import { importSourceSet } from './import-source-set';
import { inspectTable, TableReading } from './import-source-table';

const BATCH = 1_000;
const MOST_TASKS = 1_000_000;

async function* inBatches(tasks: AsyncIterable<TaskText>): AsyncGenerator<TaskText[]> {
  let batch: TaskText[] = [];
  for await (const task of tasks) {
    batch.push(task);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

/**
 * Makes the tasks of an O*NET release the ones that figures are joined to. To be called in the transaction that
 * switches to the release. Resolves to the number of tasks.
 */
export async function joinTasksOfOnet(
  ctx: SystemContext,
  list: { readonly release: string; readonly taskTexts: AsyncIterable<TaskText> },
): Promise<number> {
  return replaceTaskKeys(ctx, { origin: 'onet', release: list.release }, inBatches(list.taskTexts));
}

/**
 * Takes in the task list that came with the first release of the Anthropic Economic Index: it says whose tasks those
 * are that O*NET no longer has. Throws InvalidInput with file, line and reason.
 */
export async function importTaskList(ctx: SystemContext, request: SourceRequest): Promise<SourceReport> {
  const seen = await inspectTable(request);
  const reading = new TableReading(request, seen, { names: TASK_LIST_COLUMNS, most: MOST_TASKS });
  const release = request.release ?? releaseOfPath(request.input.name) ?? TASK_LIST.release;
  async function* tasks() {
    for await (const rows of reading.batches()) yield rows.map(readTaskText);
  }
  return importSourceSet(ctx, request, {
    set: { origin: TASK_LIST, release, checksum: seen.checksum, single: true },
    write: async () => {
      const count = await replaceTaskKeys(ctx, { origin: 'aei', release }, tasks());
      return { rows: reading.rows, counts: { tasks: count } };
    },
  });
}
