/**
 * A decision that the overview leads to: a question with who decides it until when, the figure that it was about as it
 * was then, and later the choice with its reason. Source: product.md (overview), method.md 9.7.
 */
import type { DayText } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';
import { TILES, type TileKey } from './tile';

/** Whose figure it is: of everybody, of the teams of the writer's scope, or as released. */
export type FigureOwner = 'all' | 'subtree' | 'released';

export interface Decision {
  readonly decisionId: string;
  readonly question: string;
  /** User who is to decide. */
  readonly ownerId: string;
  readonly dueOn: DayText;
  /** Suppressed viewers read it too. */
  readonly shared: boolean;
  readonly figure: TileKey | null;
  readonly figureThen: number | null;
  /** The figure in words where it is a released one. */
  readonly figureWords: string | null;
  readonly figureScope: FigureOwner | null;
  readonly figureOn: DayText | null;
  readonly choice: string | null;
  readonly reason: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export const MOST_QUESTION = 200;
export const MOST_CHOICE = 500;
export const MOST_REASON = 1_000;

/** A text within its bounds, trimmed. Throws InvalidInput naming the field. */
export function decisionText(text: string, field: 'question' | 'choice' | 'reason'): string {
  const most = { question: MOST_QUESTION, choice: MOST_CHOICE, reason: MOST_REASON }[field];
  const trimmed = text.trim();
  const detail =
    trimmed.length === 0
      ? `Say the ${field}.`
      : trimmed.length > most
        ? `The ${field} has ${trimmed.length} characters; at most ${most} are kept.`
        : null;
  if (detail) throw new InvalidInput(detail, [{ pointer: `/${field}`, detail }]);
  return trimmed;
}

/** The tile that a decision is about; empty is none. Throws InvalidInput for any other word. */
export function decisionFigure(text: string): TileKey | null {
  if (text === '') return null;
  const figure = TILES.find((known) => known === text);
  if (!figure) throw new InvalidInput('There is no such figure.');
  return figure;
}

interface Reader {
  readonly id: string;
  readonly role: string;
}

/** Whether somebody reads a decision: who wrote or owns it, an HR partner, and where it is shared everybody. */
export function readsDecision(
  reader: Reader,
  decision: Pick<Decision, 'shared' | 'ownerId' | 'writtenBy'>,
): boolean {
  return (
    decision.shared ||
    readsEveryDecision(reader) ||
    reader.id === decision.ownerId ||
    reader.id === decision.writtenBy
  );
}

/** Whether somebody reads all of them. */
export function readsEveryDecision({ role }: Pick<Reader, 'role'>): boolean {
  return role === 'hr_partner';
}

/** Whether somebody may decide it, give it to somebody else or take it back: who is to decide, who wrote it, an HR partner. */
export function settlesDecision(reader: Reader, decision: Pick<Decision, 'ownerId' | 'writtenBy'>): boolean {
  return readsDecision(reader, { ...decision, shared: false });
}
