import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { listObservationsOf, type ObservationRow } from '../data/observations';
import type { Outcome } from '../domain/observations/observation';

/** An observation as pages about its person show it. */
export interface ObservationOfPerson {
  readonly observationId: string;
  readonly dimension: Dimension;
  readonly observedOn: string;
  readonly event: string;
  readonly outcome: Outcome;
  readonly note: string | null;
  /** Null: not named. */
  readonly observer: string | null;
}

/** What was observed of a person up to a day, the newest first. Whether the reader may see it is the caller's. */
export async function listObservationsOfPerson(
  ctx: TenantContext,
  employeeId: string,
  asOf: string,
): Promise<ObservationOfPerson[]> {
  const rows = (await listObservationsOf(ctx, [employeeId])).filter(({ observedOn }) => observedOn <= asOf);
  const names = await listPeopleNames(
    ctx,
    rows.flatMap(({ observerId }) => observerId ?? []),
  );
  return rows.map(({ employeeId: _, recordedBy: __, recordedAt: ___, observerId, ...row }) => ({
    ...row,
    observer: observerId === null ? null : (names.get(observerId) ?? null),
  }));
}

/** One observation of a person, with who entered it; undefined: there is none. */
export async function findObservationOf(
  ctx: TenantContext,
  employeeId: string,
  observationId: string,
): Promise<ObservationRow | undefined> {
  return (await listObservationsOf(ctx, [employeeId])).find((one) => one.observationId === observationId);
}
