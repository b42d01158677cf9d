/**
 * Shifts: where the ratings behind each old block are now, and where those of each drawn block come from.
 * own = ratings that the other side does not hold (rated anew, joined, left);
 * pieces = unchanged ratings by the block that counts them on the other side, those in no block as one more.
 *
 * Why: a viewer may add and subtract all figures seen. A drawn block whose own ratings come from k people stays
 * unknown by k people in whatever sum it enters, with all earlier figures too. Where there are none of them, sums of
 * old and new blocks leave whole pieces: each must come from k people. Source: method.md 9.5, security.md 1.19.
 */
import { hadEvent, isSameRating } from './block-events';
import { HeadCount, type Heads, isKnownChange, isNoneOrLarge, type Known } from './head-count';
import type { PastMembers } from './past-members';
import { type Contributions, NOBODY } from './population';
import type { CutBlock } from './release-cut';

export interface Shift {
  /** People of the block with an event. */
  readonly events: Heads;
  readonly own: Heads;
  readonly pieces: readonly Heads[];
  /** The blocks on the other side that count people of it with unchanged ratings. */
  readonly partners: readonly CutBlock[];
}

export interface ShiftInput {
  readonly past: PastMembers;
  readonly population: Contributions;
  /** Whose ratings the viewer knows or may know: left out of a release in use, or readable since the rating. */
  readonly known: Known;
}

/** The shift of a block of the last cut; blockNow gives the drawn block of a person. */
export function shiftOfOld(
  block: CutBlock,
  blockNow: ReadonlyMap<string, CutBlock>,
  input: ShiftInput,
): Shift {
  const tally = new Tally();
  for (const [id, before] of input.past.membersOf(block)) {
    const after = input.population.get(id);
    const isKnown = input.known.before.has(id);
    if (hadEvent(before, after))
      tally.events.add(isKnownChange(id, { was: true, is: after !== undefined }, input.known));
    if (before.level === null) continue;
    const there = blockNow.get(id);
    const same = there !== undefined && after !== undefined && isSameRating(before, after);
    if (same) tally.addPiece(isKnown, [there]);
    else tally.own.add(isKnown);
  }
  return tally.toShift();
}

/** The shift of the people now in a block. */
export function shiftOfNow(members: Contributions | undefined, input: ShiftInput): Shift {
  const tally = new Tally();
  for (const [id, after] of members ?? NOBODY) {
    const entries = input.past.entriesOf(id);
    const isKnown = input.known.after.has(id);
    if (entries.every(({ contribution }) => hadEvent(contribution, after)))
      tally.events.add(isKnownChange(id, { was: entries.length > 0, is: true }, input.known));
    if (after.level === null) continue;
    const same = entries.filter(({ contribution }) => isSameRating(contribution, after));
    if (same.length > 0 || input.past.wasRated(id, after))
      tally.addPiece(
        isKnown,
        same.map(({ block }) => block),
      );
    else tally.own.add(isKnown);
  }
  return tally.toShift();
}

/** Whether nothing of the block comes from fewer than k people: its own ratings none or k, each piece k. */
export function isWhole(shift: Shift, k: number): boolean {
  return [shift.own, ...shift.pieces].every((heads) => isNoneOrLarge(heads, k));
}

/** Counts people with unchanged ratings by the set of blocks that hold them on the other side. */
class Tally {
  readonly events = new HeadCount();
  readonly own = new HeadCount();
  private readonly numbers = new Map<CutBlock, number>();
  private readonly pieces = new Map<string, HeadCount>();

  addPiece(isKnown: boolean, blocks: readonly CutBlock[]): void {
    const numbers = blocks.map((block) => {
      const number = this.numbers.get(block) ?? this.numbers.size;
      this.numbers.set(block, number);
      return number;
    });
    const key = numbers.sort((a, b) => a - b).join(' ');
    const piece = this.pieces.get(key) ?? new HeadCount();
    piece.add(isKnown);
    this.pieces.set(key, piece);
  }

  toShift(): Shift {
    const { events, own } = this;
    return { events, own, pieces: [...this.pieces.values()], partners: [...this.numbers.keys()] };
  }
}
