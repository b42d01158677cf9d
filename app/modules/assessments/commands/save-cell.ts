import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { listRatedStatements } from '~/modules/frameworks/queries/list-rated-statements';
import { InvalidInput } from '~/shared/errors';
import { updateDraftChanges } from '../data/draft-assessments';
import { deleteCell, replaceTicked, upsertCells } from '../data/draft-cells';
import { deleteOwnText, insertOwnText, listOwnTexts, updateOwnText } from '../data/own-evidence';
import {
  type CellChange,
  changedCell,
  EMPTY_CELL,
  LONGEST_EVIDENCE,
  type RatingCell,
  sameCell,
} from '../domain/rating-cell';
import { ownCells } from '../queries/own-cells';
import type { Rater } from '../queries/rating-tasks';
import { type OneTask, readOpenTask } from '../queries/read-rating-task';
import { openDraft } from './open-draft';

export interface CellSave extends CellChange {
  readonly employeeId: string;
  /** Null: outside a cycle. */
  readonly cycleId: string | null;
  readonly dimension: Dimension;
  /** The revision that the rater saw; 0: nothing was there. */
  readonly revision: number;
  /** What the browser calls this save. Sent again under the same key it changes nothing. */
  readonly key: string;
}

/** conflict: somebody else's save came between; `cell` is what is stored, nothing was changed. */
export interface SavedCell {
  readonly outcome: 'saved' | 'conflict';
  readonly cell: RatingCell;
}

/**
 * Saves one cell of the viewer's own draft, which counts for nothing until it is submitted. What says the same as what is
 * stored is saved already. Throws NotFound for whom the viewer is not to rate, Conflict with the reason when nothing can
 * be rated any more, InvalidInput.
 */
export async function saveCell(ctx: TenantContext, viewer: Rater, save: CellSave): Promise<SavedCell> {
  const task = await readOpenTask(ctx, viewer, save);
  if (!task.dimensions.includes(save.dimension)) throw invalid('dimension', 'is not rated here.');
  await requireContents(ctx, task, save);
  const { employeeId, raterKind, raterId, soc } = task;
  const key = { employeeId, raterKind, raterId, soc, cycleId: save.cycleId };
  const draftId = await openDraft(ctx, key, task.today);
  const stored = (await ownCells(ctx, [draftId], raterId)).get(draftId)?.[save.dimension];
  const { savedKey = null, ...cell } = stored ?? { ...EMPTY_CELL, savedKey: null };
  const wanted = changedCell(cell, save);
  if (savedKey === save.key || sameCell(cell, wanted)) return { outcome: 'saved', cell };
  if (cell.revision !== save.revision) return { outcome: 'conflict', cell };
  return { outcome: 'saved', cell: await storeCell(ctx, { task, draftId, save }, wanted) };
}

interface Place {
  readonly task: OneTask;
  readonly draftId: string;
  readonly save: CellSave;
}

async function storeCell(
  ctx: TenantContext,
  { task, draftId, save }: Place,
  wanted: Omit<RatingCell, 'revision'>,
): Promise<RatingCell> {
  const { dimension, key } = save;
  const revision = await updateDraftChanges(ctx, draftId);
  const { value, evidence, ticked } = wanted;
  if (value === null) {
    await replaceTicked(ctx, { assessmentId: draftId, dimension, statementIds: [] });
    await deleteCell(ctx, draftId, dimension);
    return EMPTY_CELL;
  }
  const level = value === '?' ? null : value;
  const day = { assessedOn: task.today, unsureOn: level === null ? task.today : null };
  await upsertCells(ctx, task.employeeId, [
    { assessmentId: draftId, dimension, level, ...day, revision, savedKey: key },
  ]);
  await replaceTicked(ctx, { assessmentId: draftId, dimension, statementIds: ticked });
  const texts = await listOwnTexts(ctx, [draftId], task.raterId);
  const known = texts.find((one) => one.dimension === dimension);
  if (known && evidence === '') await deleteOwnText(ctx, known.evidenceId);
  else if (known && known.body !== evidence) await updateOwnText(ctx, known.evidenceId, evidence);
  else if (!known && evidence !== '')
    await insertOwnText(ctx, {
      ...{ evidenceId: v7(), assessmentId: draftId, dimension, body: evidence },
      ...{ addedBy: task.raterId, unsure: level === null },
    });
  return { ...wanted, revision };
}

async function requireContents(
  ctx: TenantContext,
  { soc, cycle }: OneTask & { readonly soc: string },
  { dimension, evidence, ticked }: CellSave,
): Promise<void> {
  if (evidence !== undefined && evidence.length > LONGEST_EVIDENCE)
    throw invalid('evidence', `has more than ${LONGEST_EVIDENCE} characters.`);
  if (!ticked || ticked.length === 0) return;
  const statements = await listRatedStatements(ctx, {
    ...{ soc, instruments: [instrumentOf(dimension)], fixed: cycle?.frameworkVersions ?? {} },
  });
  const known = new Set(statements.flatMap((one) => (one.dimension === dimension ? one.id : [])));
  if (!ticked.every((id) => known.has(id)))
    throw invalid('ticked', 'names a statement that this occupation does not have here.');
}

function invalid(pointer: string, detail: string): InvalidInput {
  return new InvalidInput('The rating was not saved.', [{ pointer: `/${pointer}`, detail }]);
}
