import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { isDay } from '~/shared/calendar-day';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import {
  deleteOpenDecision,
  findDecision,
  insertDecision,
  updateDecided,
  updateOpenDecision,
} from '../data/decisions';
import {
  type Decision,
  decisionFigure,
  decisionText,
  type FigureOwner,
  readsDecision,
  settlesDecision,
} from '../domain/overview/decision';

export interface DecisionWish {
  readonly question: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly shared: boolean;
  /** A tile, or empty. */
  readonly figure: string;
}

/** Who is to decide, and until when. */
export interface DecisionTerms extends Pick<DecisionWish, 'ownerId' | 'dueOn'> {
  readonly decisionId: string;
}

/** The figure of a tile as the writer sees it; null: there is none. */
export interface SeenFigure {
  readonly value: number | null;
  /** A released one in words. */
  readonly words: string | null;
  readonly owner: FigureOwner;
  readonly asOf: string;
}

/**
 * Writes down what is to be decided, by whom and until when, with the figure as the writer sees it now. Gives its id.
 * @param members users who may be asked to decide
 * @throws InvalidInput with the field
 */
export async function addDecision(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id'>,
  {
    wish,
    seen,
    members,
  }: {
    readonly wish: DecisionWish;
    readonly seen: (figure: NonNullable<Decision['figure']>) => SeenFigure;
    readonly members: ReadonlySet<string>;
  },
): Promise<string> {
  const question = decisionText(wish.question, 'question');
  const figure = decisionFigure(wish.figure);
  requireTerms(wish, members);
  const then = figure ? seen(figure) : null;
  const decisionId = v7();
  const isKnown = then !== null && (then.value !== null || then.words !== null);
  await insertDecision(ctx, {
    ...{ decisionId, question, ownerId: wish.ownerId, dueOn: wish.dueOn, shared: wish.shared, figure },
    figureThen: isKnown ? then.value : null,
    figureWords: isKnown ? then.words : null,
    figureScope: isKnown ? then.owner : null,
    figureOn: isKnown ? then.asOf : null,
    writtenBy: viewer.id,
  });
  record(ctx, { decisionId, shared: wish.shared }, 'added');
  return decisionId;
}

/** Records what was chosen and why. Throws NotFound, InvalidInput with the field, Conflict when it is decided already. */
export async function decide(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id' | 'role'>,
  wish: { readonly decisionId: string; readonly choice: string; readonly reason: string },
): Promise<void> {
  const decision = await requireOwn(ctx, viewer, wish.decisionId);
  const choice = decisionText(wish.choice, 'choice');
  const reason = decisionText(wish.reason, 'reason');
  if (!(await updateDecided(ctx, decision.decisionId, { choice, reason, decidedBy: viewer.id })))
    throw new Conflict('This is decided already. Look at it as it is now.');
  record(ctx, decision, 'decided');
}

/**
 * Gives an open decision to another owner, or another day.
 * @param members users who may be asked to decide
 * @throws NotFound, InvalidInput with the field, Conflict when it is decided already
 */
export async function changeTerms(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id' | 'role'>,
  { wish, members }: { readonly wish: DecisionTerms; readonly members: ReadonlySet<string> },
): Promise<void> {
  const decision = await requireOwn(ctx, viewer, wish.decisionId);
  requireTerms(wish, members);
  const { ownerId, dueOn } = wish;
  if (!(await updateOpenDecision(ctx, decision.decisionId, { ownerId, dueOn })))
    throw new Conflict('This is decided already. Look at it as it is now.');
  record(ctx, decision, 'changed');
}

/** Takes a decision back that nobody made yet. Throws NotFound, Conflict when it is decided already. */
export async function withdrawDecision(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id' | 'role'>,
  decisionId: string,
): Promise<void> {
  const decision = await requireOwn(ctx, viewer, decisionId);
  if (!(await deleteOpenDecision(ctx, decisionId)))
    throw new Conflict('This is decided already, and stays on record.');
  record(ctx, decision, 'withdrawn');
}

function requireTerms(
  { ownerId, dueOn }: Pick<DecisionWish, 'ownerId' | 'dueOn'>,
  members: ReadonlySet<string>,
): void {
  if (!isDay(dueOn)) throw refused('dueOn', 'Say a day.');
  if (!members.has(ownerId)) throw refused('ownerId', 'Choose a member who reads the overview.');
}

async function requireOwn(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id' | 'role'>,
  decisionId: string,
): Promise<Decision> {
  const decision = isUuid(decisionId) ? await findDecision(ctx, decisionId) : undefined;
  if (!decision || !readsDecision(viewer, decision)) throw new NotFound('There is no such decision.');
  if (!settlesDecision(viewer, decision))
    throw new InvalidInput('Whoever is to decide, or wrote it down, or an HR partner can do that.');
  return decision;
}

function record(
  ctx: TenantContext,
  { decisionId, shared }: Pick<Decision, 'decisionId' | 'shared'>,
  what: 'added' | 'changed' | 'decided' | 'withdrawn',
): void {
  recordAudit(ctx, {
    action: 'decision.change',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { decision: decisionId, what, shared },
  });
}

function refused(pointer: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer: `/${pointer}`, detail }]);
}
