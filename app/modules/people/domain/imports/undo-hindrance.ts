import type { ImportCounts, ImportKind, ImportState } from './import-report';

interface Applied {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly appliedAt: Date | null;
  readonly counts: ImportCounts | null;
}

const KEPT_MS = 30 * 86_400_000;

/**
 * Why an import cannot be taken back, null when it can: each of the last 30 days, for which is kept what was there
 * before; of people the last one that changed anybody alone, since each of them builds on the one before.
 * @param at the last import of people that was applied and changed anybody, and the moment
 */
export function undoHindrance(
  { importId, kind, state, appliedAt, counts }: Applied,
  { last, now }: { readonly last: string | undefined; readonly now: Date },
): string | null {
  if (kind !== 'employees' && kind !== 'assessments') return 'Such a file is not taken back as a whole.';
  if (state !== 'applied' || appliedAt === null)
    return 'This import is not applied, or was taken back already.';
  const isIdle = counts !== null && counts.created + counts.changed === 0;
  if (isIdle && last !== importId) return 'This import changed nothing: there is nothing to take back.';
  if (kind === 'employees' && last !== importId)
    return 'Another import was applied after this one. Only the last one can be taken back.';
  return now.getTime() - appliedAt.getTime() > KEPT_MS ? 'Its 30 days are over.' : null;
}
