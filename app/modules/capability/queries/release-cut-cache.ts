import type { ReleaseCut } from '../domain/suppression/release-cut';

/** A stored cut never changes; made coarser for a raised k it is another one. */
export interface CutKey {
  readonly organizationId: string;
  readonly releaseId: string;
  readonly cutKey: string;
  readonly k: number;
}

/** Blocks and rows of all cuts kept together: some ten cuts of 50,000 people. */
const MOST = 400_000;
const cuts = new Map<string, { readonly cut: ReleaseCut; readonly size: number }>();
let total = 0;

/** The cut read before in this process, if it is still kept. */
export function cachedCut(key: CutKey): ReleaseCut | undefined {
  const text = textOf(key);
  const kept = cuts.get(text);
  if (kept) {
    cuts.delete(text);
    cuts.set(text, kept);
  }
  return kept?.cut;
}

/** Keeps a cut; the least lately used ones go when there is too much. */
export function rememberCut(key: CutKey, cut: ReleaseCut): void {
  drop(textOf(key));
  const size = sizeOf(cut);
  cuts.set(textOf(key), { cut, size });
  total += size;
  for (const oldest of cuts.keys()) {
    if (total <= MOST) break;
    drop(oldest);
  }
}

function drop(text: string): void {
  total -= cuts.get(text)?.size ?? 0;
  cuts.delete(text);
}

function sizeOf({ dimensions }: ReleaseCut): number {
  const rows = dimensions.flatMap(({ families }) => families.map((family) => family.rows.length));
  return rows.reduce((sum, n) => sum + n, 0) + dimensions.reduce((sum, { blocks }) => sum + blocks.length, 0);
}

function textOf({ organizationId, releaseId, cutKey, k }: CutKey): string {
  return `${organizationId} ${releaseId} ${cutKey} ${k}`;
}
