import { type AuditHead, type ChainEntry, NO_HASH } from './chain-entry';
import { commitmentBytes, entryBytes } from './entry-bytes';

/** What is wrong at the first bad entry. */
export type ChainFault =
  /** The entry is not what its hash says. */
  | 'altered'
  /** A personal value is not what the entry committed to. */
  | 'value-altered'
  /** Entries are missing in front of this one. */
  | 'removed'
  /** The entry stands at another's place. */
  | 'reordered'
  /** The entry does not follow from the one before: one of them was put there later. */
  | 'inserted'
  /** The log is shorter than a head that was published. */
  | 'cut'
  /** The log is sound in itself, and not the one of which a head was published. */
  | 'rewritten';

export type ChainVerdict =
  | { readonly sound: true; readonly entries: number; readonly head: AuditHead | null }
  | { readonly sound: false; readonly sequence: number; readonly fault: ChainFault };

export interface ChainCheck {
  /** SHA-256 in hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** Heads that were published at any time. */
  readonly heads: readonly AuditHead[];
}

/**
 * Reads the whole log of an organization in order and tells the first entry that is not as it was written, by its
 * number. Without published heads a log that was cut at its end, or written anew as a whole, cannot be told.
 */
export async function verifyChain(
  entries: Iterable<ChainEntry> | AsyncIterable<ChainEntry>,
  { sha256, heads }: ChainCheck,
): Promise<ChainVerdict> {
  const published = Map.groupBy(heads, (head) => head.sequence);
  let last: AuditHead | null = null;
  for await (const entry of entries) {
    const sequence: number = (last?.sequence ?? 0) + 1;
    const fault = faultOf(entry, { sequence, previousHash: last?.hash ?? NO_HASH, sha256 });
    if (fault) return { sound: false, sequence, fault };
    const known = published.get(sequence) ?? [];
    if (known.some((head) => head.hash !== entry.hash)) return { sound: false, sequence, fault: 'rewritten' };
    last = { sequence, hash: entry.hash };
  }
  const count = last?.sequence ?? 0;
  if (heads.some((head) => head.sequence > count)) return { sound: false, sequence: count + 1, fault: 'cut' };
  return { sound: true, entries: count, head: last };
}

interface Place {
  readonly sequence: number;
  readonly previousHash: string;
  readonly sha256: ChainCheck['sha256'];
}

function faultOf(entry: ChainEntry, { sequence, previousHash, sha256 }: Place): ChainFault | null {
  const isItself = sha256(entryBytes(entry)) === entry.hash;
  const follows = entry.previousHash === previousHash;
  if (entry.sequence > sequence) return 'removed';
  if (entry.sequence < sequence) return 'reordered';
  if (!isItself) return follows ? 'altered' : 'reordered';
  if (!follows) return 'inserted';
  return valuesFit(entry, sha256) ? null : 'value-altered';
}

function valuesFit({ commitments, values }: ChainEntry, sha256: ChainCheck['sha256']): boolean {
  return values.every((value) => commitments.includes(`${value.name}=${sha256(commitmentBytes(value))}`));
}
