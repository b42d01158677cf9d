import type { TenantContext } from '#db/tenancy';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { NotFound } from '~/shared/errors';
import { listOwnAssessments } from '../data/draft-assessments';
import { listCells } from '../data/draft-cells';
import type { CellValue } from '../domain/rating-cell';
import { type EvidenceDetail, listEvidenceDetails } from './list-evidence-views';
import type { Rater } from './rating-tasks';
import { readRatingTask } from './read-rating-task';

export interface CellQuestion {
  readonly employeeId: string;
  /** Null: outside a cycle. */
  readonly cycleId: string | null;
  readonly dimension: string;
}

/** A cell of the viewer's own rating that evidence can support. */
export interface OwnCell {
  readonly assessmentId: string;
  readonly state: 'draft' | 'submitted';
  readonly value: Exclude<CellValue, null>;
}

/**
 * What supports one cell of the viewer's own rating of a person: words, links and files that the viewer added. A draft
 * that says something of its own goes before what is submitted. Throws NotFound for whom and what the viewer does not rate.
 */
export async function ownCellEvidence(ctx: TenantContext, viewer: Rater, question: CellQuestion) {
  const { dimension } = question;
  const task = await readRatingTask(ctx, viewer, question);
  if (!isDimension(dimension) || !task.dimensions.includes(dimension))
    throw new NotFound('This is not rated here.');
  const { employeeId, raterId, raterKind, hindrance, cycle } = task;
  const own = await listOwnAssessments(ctx, {
    raterId,
    employeeIds: [employeeId],
    cycleId: question.cycleId,
  });
  const candidates = own.filter((one) => one.raterKind === raterKind && one.soc === task.soc);
  const cells = await listCells(
    ctx,
    candidates.map(({ assessmentId }) => assessmentId),
  );
  const inCell = cells.filter((one) => one.dimension === dimension);
  const ids = inCell.map(({ assessmentId }) => assessmentId);
  const said = candidates.filter((one) => ids.includes(one.assessmentId));
  const chosen =
    said.find(
      ({ state, assessmentId }) =>
        state === 'draft' && inCell.some((one) => one.assessmentId === assessmentId && one.savedKey !== null),
    ) ??
    said.find(({ state }) => state === 'submitted') ??
    said[0];
  const level = inCell.find((one) => one.assessmentId === chosen?.assessmentId)?.level ?? '?';
  const names = await listPeopleNames(ctx, [employeeId]);
  return {
    ...{ employeeId, raterId, hindrance, cycle, own: employeeId === raterId },
    name: names.get(employeeId) ?? '',
    dimension: dimension satisfies Dimension,
    cell: chosen
      ? ({ assessmentId: chosen.assessmentId, state: chosen.state, value: level } satisfies OwnCell)
      : null,
    evidence: ownItems(await listEvidenceDetails(ctx, ids), { dimension, raterId }),
  };
}

interface Shown {
  readonly dimension: Dimension;
  readonly raterId: string;
}

/** What the rater added; words of a draft are those that were submitted, said anew. */
function ownItems(all: readonly EvidenceDetail[], { dimension, raterId }: Shown): EvidenceDetail[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    if (one.dimension !== dimension || one.addedBy !== raterId || one.kind === 'observation') return false;
    const key = `${one.kind} ${one.body} ${one.url ?? ''} ${one.fileId ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
