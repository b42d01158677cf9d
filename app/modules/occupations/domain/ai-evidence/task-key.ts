/** Longest key: the index that holds it has entries of at most 2,704 bytes. */
const MOST_CHARACTERS = 600;

/** What a text about a task is joined by (formats 1.8): lower case, trimmed, without a final dot. */
export function taskKey(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, '').trim().slice(0, MOST_CHARACTERS);
}

/** What a task is joined by where figures name its O*NET number. */
export const taskNumberKey = (taskId: string): string => `#${taskId}`;
