import type { Dimension, Instrument } from './dimension';
import { fnv1a128 } from './fnv1a-128';

export interface StatementKey {
  /** O*NET-SOC code; for a standard, the standard and its group. */
  readonly soc: string;
  readonly instrument: Instrument;
  readonly dimension: Dimension | null;
  /** From `normaliseStatement`. */
  readonly normalised: string;
  /** From 1, among the same texts of one framework and dimension. */
  readonly occurrence: number;
}

/**
 * Identity of a statement over sources and versions (method 11): 32 hexadecimal digits. The level is not part
 * of it, so that a statement that moves to another level stays the same statement.
 */
export function statementIdentity(key: StatementKey): string {
  return fnv1a128(JSON.stringify([key.soc, key.instrument, key.dimension, key.normalised, key.occurrence]));
}
