import type { TenantContext } from '#db/tenancy';
import { listEvidenceOfRatings } from '~/modules/assessments/queries/list-evidence-of-ratings';
import { listLevelStatements } from '~/modules/frameworks/queries/list-level-statements';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { type CalibrationCase, getCalibrationQueue } from './get-calibration-queue';

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

export const CASES_A_PAGE = 25;

/** The queue of a cycle, a page of it, with the chosen case in full. Whom it shows is noted. */
export async function getCalibrationPage(ctx: TenantContext, question: Question) {
  const { viewer, reach, cycleId, show, chosen } = question;
  const queue = await getCalibrationQueue(ctx, viewer, cycleId);
  const isDecided = (one: CalibrationCase) => one.held !== null || one.isImported;
  const decided = queue.cases.filter(isDecided);
  const left = queue.cases.filter((one) => !isDecided(one));
  const all = show === 'left' ? left : decided;
  const at = all.findIndex(
    (one) => one.employeeId === chosen?.employeeId && one.dimension === chosen.dimension,
  );
  const lastPage = Math.max(0, Math.ceil(all.length / CASES_A_PAGE) - 1);
  const page = at >= 0 ? Math.floor(at / CASES_A_PAGE) : Math.min(question.page, lastPage);
  const listed = all.slice(page * CASES_A_PAGE, (page + 1) * CASES_A_PAGE);
  const current = (at >= 0 ? all[at] : listed[0]) ?? null;
  const people = [...new Set(listed.map(({ employeeId }) => employeeId))].sort();
  if (people.length > 0) noteView(ctx, { viewer, reach, scope: { kind: 'people', team: null, people } });
  const names = await listPeopleNames(ctx, [
    ...people,
    ...(current?.sides.flatMap(({ raterId }) => raterId ?? []) ?? []),
  ]);
  const { isReadable, leftOut, hasOwn, cycle } = queue;
  return {
    ...{ isReadable, leftOut, hasOwn, names, show, page, lastPage, listed, current },
    cycle: { cycleId, name: cycle.name, state: cycle.state },
    counts: { left: left.length, decided: decided.length },
    ...neighbours(all, current),
    detail: current ? await detailOf(ctx, current) : null,
  };
}

function neighbours(all: readonly CalibrationCase[], current: CalibrationCase | null) {
  const at = current ? all.indexOf(current) : -1;
  return { previous: all[at - 1] ?? null, next: at < 0 ? null : (all[at + 1] ?? null) };
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
