import { createHash } from 'node:crypto';

/** Number and digest of the people of a change, in whatever order they come: the same people have the same mark. */
export function chosenMark(ids: readonly string[]): string {
  const digest = createHash('sha256')
    .update([...ids].sort().join(' '))
    .digest('hex');
  return `${ids.length}-${digest.slice(0, 32)}`;
}
