import type { TenantContext } from '#db/tenancy';
import { listEvidenceOfRatings } from '~/modules/assessments/queries/list-evidence-of-ratings';
import { listLevelStatements } from '~/modules/frameworks/queries/list-level-statements';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { CASES_A_PAGE, getCalibrationQueue } from './get-calibration-queue';
import type { CalibrationCase } from './list-calibration-cases';

export const SHOWN_CASES = ['left', 'decided'] as const;

interface Question {
  readonly viewer: Viewer;
  /** Of cycles:run. */
  readonly reach: Reach;
  readonly cycleId: string;
  readonly show: (typeof SHOWN_CASES)[number];
  /** Person and dimension; of none that is shown: the first. */
  readonly chosen: { readonly employeeId: string; readonly dimension: string } | null;
  /** From 0. */
  readonly page: number;
}

/** A page of the queue of a cycle, with the chosen case in full. Whom it shows is noted. */
export async function getCalibrationPage(ctx: TenantContext, question: Question) {
  const { viewer, reach, cycleId, show, chosen } = question;
  const queue = await getCalibrationQueue(ctx, viewer, { ...question, decided: show === 'decided' });
  const { cases: listed, before, behind, counts, isReadable, waiting, hasOwn, cycle, page } = queue;
  const current =
    listed.find((one) => one.employeeId === chosen?.employeeId && one.dimension === chosen.dimension) ??
    listed[0] ??
    null;
  const people = [...new Set(listed.map(({ employeeId }) => employeeId))].sort();
  if (people.length > 0) noteView(ctx, { viewer, reach, scope: { kind: 'people', team: null, people } });
  const names = await listPeopleNames(ctx, [
    ...people,
    ...(current?.sides.flatMap(({ raterId }) => raterId ?? []) ?? []),
  ]);
  const lastPage = Math.max(0, Math.ceil(counts[show] / CASES_A_PAGE) - 1);
  const at = current ? listed.indexOf(current) : -1;
  return {
    ...{ isReadable, waiting, hasOwn, names, show, page, lastPage, listed, current, counts },
    cycle: { cycleId, name: cycle.name, state: cycle.state },
    previous: at < 0 ? null : (listed[at - 1] ?? before),
    next: at < 0 ? null : (listed[at + 1] ?? behind),
    detail: current ? await detailOf(ctx, current) : null,
  };
}

async function detailOf(ctx: TenantContext, { sides, dimension, soc }: CalibrationCase) {
  const levels = sides.map(({ level }) => level);
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  const ids = sides.flatMap(({ assessmentIds }) => assessmentIds);
  return {
    evidence: await listEvidenceOfRatings(ctx, ids, dimension),
    statements: await listLevelStatements(ctx, {
      ...{ socs: [soc], dimension },
      ranks: [1, 2, 3, 4].filter((rank) => rank >= lowest && rank <= highest),
    }),
  };
}
