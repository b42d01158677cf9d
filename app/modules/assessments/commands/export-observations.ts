import type { TenantContext } from '#db/tenancy';
import { recordExport } from '~/modules/organizations/commands/record-export';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { OBSERVATION_COLUMNS } from '../domain/observations/observation-row';
import { listObservations } from '../queries/list-observations';

const EVERY_ONE = 200_000;

/** The observations within reach as a table that can be imported again; noted in the audit log. */
export async function exportObservations(ctx: TenantContext, viewer: Viewer, format: 'csv' | 'xlsx') {
  const all = await listObservations(ctx, viewer, {
    ...{ dimension: null, event: '', offset: 0, limit: EVERY_ONE },
  });
  recordExport(ctx, { table: 'observations', format, rows: all.length });
  return {
    name: 'observations',
    header: [...OBSERVATION_COLUMNS.required, ...OBSERVATION_COLUMNS.optional],
    rows: all.map(({ observedOn, event, externalId, dimension, outcome, observer, note }) => [
      ...[observedOn, event, externalId, dimension, outcome],
      ...[observer?.externalId ?? null, note],
    ]),
  };
}
