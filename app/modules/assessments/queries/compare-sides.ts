import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { NotFound } from '~/shared/errors';
import { listSidesOf } from '../data/blind-ratings';
import { listCells } from '../data/draft-cells';
import { type ComparedDimension, type SaidLevel, sideBySide } from '../domain/side-by-side';
import { readRatingTask } from './read-rating-task';

export interface SidesView {
  readonly name: string;
  readonly cycle: string;
  /** Which side the viewer is. */
  readonly viewerIs: 'self' | 'manager';
  /** Day on which each side was submitted; null: it is not, or the viewer is not told yet. */
  readonly selfOn: string | null;
  readonly managerOn: string | null;
  /** Null: blind until both are in. */
  readonly rows: readonly ComparedDimension[] | null;
}

/**
 * What a person and the manager say in a cycle, side by side, for the two of them: in a blind cycle once both are in, in
 * an open one as soon as one is. A view of individual ratings. Throws NotFound for everybody else.
 */
export async function compareSides(
  ctx: TenantContext,
  viewer: Viewer,
  { employeeId, cycleId }: { readonly employeeId: string; readonly cycleId: string | null },
): Promise<SidesView> {
  const { cycle, dimensions, raterKind } = await readRatingTask(ctx, viewer, { employeeId, cycleId });
  if (cycle === null || raterKind === 'peer') throw new NotFound('There is nothing to compare here.');
  const all = await listSidesOf(ctx, employeeId, [cycle.cycleId]);
  const sides = all.filter(({ state }) => state === 'submitted');
  const self = sides.find((one) => one.raterKind === 'self');
  // A manager's own word before that of somebody further above.
  const managers = sides.filter((one) => one.raterKind === 'manager');
  const manager = managers.find(({ raterId }) => raterId === viewer.employeeId) ?? managers[0];
  const names = await listPeopleNames(ctx, [employeeId]);
  const view = { name: names.get(employeeId) ?? '', cycle: cycle.name, viewerIs: raterKind };
  const bothIn = self !== undefined && manager !== undefined;
  if (cycle.selfManager === 'blind' && cycle.state === 'open' && !bothIn) {
    const [selfOn, managerOn] = raterKind === 'self' ? [self, undefined] : [undefined, manager];
    return {
      ...view,
      selfOn: selfOn?.assessedOn ?? null,
      managerOn: managerOn?.assessedOn ?? null,
      rows: null,
    };
  }
  noteView(ctx, { viewer, reach: 'reports', scope: { kind: 'person', person: employeeId } });
  const shown = [self, manager].flatMap((one) => one?.assessmentId ?? []);
  const said = (assessmentId: string | undefined): Partial<Record<Dimension, SaidLevel>> =>
    Object.fromEntries(
      cells
        .filter((cell) => cell.assessmentId === assessmentId)
        .map(({ dimension, level }) => [dimension, level ?? '?']),
    );
  const cells = await listCells(ctx, shown);
  return {
    ...view,
    selfOn: self?.assessedOn ?? null,
    managerOn: manager?.assessedOn ?? null,
    rows: sideBySide(dimensions, { self: said(self?.assessmentId), manager: said(manager?.assessmentId) }),
  };
}
