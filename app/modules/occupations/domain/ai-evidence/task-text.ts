import { codeDetail } from '../crosswalk/crosswalk-link';
import type { NamedCells } from '../source-table/column-reader';
import { quoted } from '../source-table/source-fault';
import { aeiOrigin } from './aei-tables';

/** A task of an occupation as a release words it. */
export interface TaskText {
  /** O*NET-SOC code. */
  readonly soc: string;
  readonly taskId: string;
  readonly text: string;
}

/** Columns of the task list that came with the first release of the Anthropic Economic Index. */
export const TASK_LIST_COLUMNS = ['O*NET-SOC Code', 'Task ID', 'Task'] as const;
export const TASK_LIST = aeiOrigin('aei_task_statements', 'release_2025_02_10');

/** One row of the task list. Throws InvalidInput with the line. */
export function readTaskText(row: NamedCells<(typeof TASK_LIST_COLUMNS)[number]>): TaskText {
  const soc = row.cell('O*NET-SOC Code');
  const taskId = row.cell('Task ID');
  const text = row.cell('Task');
  if (!/^\d{2}-\d{4}\.\d{2}$/.test(soc)) throw row.fault(codeDetail('O*NET-SOC Code', soc, '11-3013.01'));
  if (!/^\d{1,9}$/.test(taskId)) throw row.fault(`Task ID is ${quoted(taskId)}; a number is expected.`);
  if (text === '') throw row.fault('Task is empty.');
  return { soc, taskId, text };
}
