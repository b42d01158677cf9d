import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listEmployeeKeys } from '~/modules/people/queries/list-employee-keys';
import { batches } from '~/shared/batches';
import { listObservationPage, type ObservationRow } from '../data/observations';
import { observationReach } from './observation-rights';

/** An observation in a list, with whom it is about. */
export interface ListedObservation extends Omit<ObservationRow, 'recordedBy' | 'recordedAt'> {
  readonly name: string;
  readonly externalId: string;
  /** Null: not named. */
  readonly observer: { readonly name: string; readonly externalId: string } | null;
  /** About the reader: somebody else removes it. */
  readonly isOwn: boolean;
}

export interface ObservationsQuestion {
  /** Null: every one. */
  readonly dimension: Dimension | null;
  /** Part of the event's name. */
  readonly event: string;
  readonly offset: number;
  readonly limit: number;
}

/**
 * Observations of the people within reach, the newest first; that they were seen is noted. Throws Forbidden for who runs no
 * cycles.
 */
export async function listObservations(
  ctx: TenantContext,
  viewer: Viewer,
  question: ObservationsQuestion,
): Promise<ListedObservation[]> {
  const { people, reach } = await observationReach(ctx, viewer);
  const rows = await listObservationPage(ctx, { ...question, employeeIds: people && [...people] });
  const named = new Set(rows.flatMap(({ employeeId, observerId }) => [employeeId, observerId ?? []].flat()));
  const known = await listEmployeeKeys(ctx, named);
  const seen = [...new Set(rows.map(({ employeeId }) => employeeId))].sort();
  for (const some of batches(seen, 1_000))
    noteView(ctx, { viewer, reach, scope: { kind: 'people', team: null, people: [...some] } });
  return rows.map(({ recordedBy: _, recordedAt: __, ...row }) => ({
    ...row,
    name: known.get(row.employeeId)?.name ?? '',
    externalId: known.get(row.employeeId)?.externalId ?? '',
    observer: row.observerId === null ? null : (known.get(row.observerId) ?? null),
    isOwn: row.employeeId === viewer.employeeId,
  }));
}
