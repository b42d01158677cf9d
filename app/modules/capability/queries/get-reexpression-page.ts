import type { TenantContext } from '#db/tenancy';
import { getAppliedReexpression } from '~/modules/assessments/queries/get-applied-reexpression';
import {
  previewReexpression,
  type ReexpressionQuestion,
} from '~/modules/assessments/queries/preview-reexpression';
import { type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';

/** People who are listed by name. */
const MOST_LISTED = 200;

/**
 * What reading ratings in another version of a framework moves. Whoever may read everybody's ratings gets the list by
 * name, noted; everybody else a count, and none of a group that is smaller than the smallest shown.
 */
export async function getReexpressionPage(
  ctx: TenantContext,
  { viewer, ...question }: ReexpressionQuestion & { readonly viewer: Viewer },
) {
  const { moves, ...told } = await previewReexpression(ctx, question);
  const applied = await getAppliedReexpression(ctx, question);
  const { suppressionK: k } = await getSettings(ctx);
  const reach: Reach = reachOf(viewer.role, 'profiles:read');
  const readsNames = reach === 'all';
  const people = [...new Set(moves.map(({ employeeId }) => employeeId))].sort();
  const shown = readsNames ? moves.slice(0, MOST_LISTED) : [];
  const ids = [...new Set(shown.map(({ employeeId }) => employeeId))].sort();
  if (ids.length > 0) noteView(ctx, { viewer, reach, scope: { kind: 'people', team: null, people: ids } });
  const names = await listPeopleNames(ctx, ids);
  const isTold = readsNames || people.length === 0 || people.length >= k;
  return {
    ...told,
    applied,
    readsNames,
    /** Null: fewer than are told. */
    moves: isTold ? { ratings: moves.length, people: people.length } : null,
    /** What the form carries, so that what is applied is what was shown; null: it was not told. */
    expected: isTold ? moves.length : null,
    k,
    listed: shown.map(({ employeeId, dimension, level, moved }, index) => ({
      key: String(index),
      ...{ employeeId, dimension, level, moved },
      name: names.get(employeeId) ?? 'Somebody who is gone',
    })),
  };
}
