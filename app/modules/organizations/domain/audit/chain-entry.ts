/** Position and hash of an entry: whoever holds it can tell later whether the log up to there is still the same. */
export interface AuditHead {
  readonly sequence: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** An entry of the audit log as its hash sees it. Hashes are hexadecimal. */
export interface ChainEntry extends AuditHead {
  readonly organizationId: string;
  /** Moment in milliseconds since 1970. */
  readonly at: number;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** JSON text, byte for byte as stored. */
  readonly details: string;
  /** `name=hash` of each personal value. */
  readonly commitments: readonly string[];
  readonly previousHash: string;
  /** Personal values that were not erased. */
  readonly values: readonly PersonalValue[];
}

/** A value about a person and the salt of its commitment (hexadecimal). */
export interface PersonalValue {
  readonly name: string;
  readonly salt: string;
  readonly value: string;
}

/** What the first entry has in place of the hash before it. */
export const NO_HASH = '0'.repeat(64);
