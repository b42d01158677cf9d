import { createHash } from 'node:crypto';
import type { ReleaseCut } from '../domain/suppression/release-cut';

/** A cut never changes: release, people left out and the cuts before it are all frozen. */
export interface CutKey {
  readonly organizationId: string;
  readonly releaseId: string;
  readonly individualAccess: ReadonlySet<string>;
}

const MOST = 200;
const cuts = new Map<string, ReleaseCut>();

/** The cut computed before in this process, if it is still kept. */
export function cachedCut(key: CutKey): ReleaseCut | undefined {
  const text = textOf(key);
  const cut = cuts.get(text);
  if (cut) {
    cuts.delete(text);
    cuts.set(text, cut);
  }
  return cut;
}

/** Keeps a cut; the least lately used one goes when there are too many. */
export function rememberCut(key: CutKey, cut: ReleaseCut): void {
  cuts.set(textOf(key), cut);
  const oldest = cuts.keys().next().value;
  if (cuts.size > MOST && oldest !== undefined) cuts.delete(oldest);
}

function textOf({ organizationId, releaseId, individualAccess }: CutKey): string {
  const people = createHash('sha256')
    .update([...individualAccess].sort().join(','))
    .digest('hex');
  return `${organizationId} ${releaseId} ${people}`;
}
