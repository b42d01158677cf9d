import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { ImportKind } from './import-report';

/** Whether somebody who imports files sees those of a kind: ratings are for who runs cycles in the whole organization. */
export function seesImport({ role }: Pick<Viewer, 'role'>, kind: ImportKind): boolean {
  return kind !== 'assessments' || reachOf(role, 'cycles:run') === 'all';
}
