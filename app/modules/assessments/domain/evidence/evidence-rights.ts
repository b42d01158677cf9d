/** What decides who may accept and remove a piece of evidence. */
interface Added {
  /** Employee id of who added it; null: an import, or somebody without a record. */
  readonly addedBy: string | null;
  /** Id of the user who added it by itself. */
  readonly recordedBy: string | null;
}

/** Somebody who reads the ratings of the person. */
export interface EvidenceReader {
  readonly userId: string;
  readonly employeeId: string | null;
  /** A token accepts nothing, and adds nothing. */
  readonly isPerson: boolean;
  /** Whether the reader runs cycles for the person. */
  readonly runsCycles: boolean;
}

/** Whether the reader is who added it. */
export function isAdder({ addedBy, recordedBy }: Added, { userId, employeeId }: EvidenceReader): boolean {
  return recordedBy === userId || (addedBy !== null && addedBy === employeeId);
}

/**
 * Whether the reader may accept evidence, so that it strengthens the level: neither the person whom it is about nor
 * whoever added it. Source: method.md 1.
 */
export function mayAccept(one: Added, reader: EvidenceReader, ratedId: string): boolean {
  return reader.isPerson && reader.employeeId !== ratedId && !isAdder(one, reader);
}

/** Whether the reader may take evidence away: whoever added it, and who runs cycles, but for their own record. */
export function mayRemove(one: Added, reader: EvidenceReader, ratedId: string): boolean {
  if (!reader.isPerson) return false;
  return isAdder(one, reader) || (reader.runsCycles && reader.employeeId !== ratedId);
}
