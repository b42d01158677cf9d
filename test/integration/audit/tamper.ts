import type { AuditHead, ChainEntry } from '~/modules/organizations/domain/audit/chain-entry';
import { entryBytes } from '~/modules/organizations/domain/audit/entry-bytes';
import { sha256, streamChain } from '~/modules/organizations/queries/verify-audit';

/** A log after somebody changed it, and the number of the first entry that can be told to be wrong. */
export interface Tampered {
  readonly kind: string;
  readonly chain: readonly ChainEntry[];
  readonly first: number;
}

/** A whole number from 0 to below the bound. */
export type Draw = (bound: number) => number;

const FIELDS = [
  'at',
  'actorKind',
  'actorId',
  'action',
  'subjectKind',
  'subjectId',
  'details',
  'commitments',
] as const;

/** One way of changing a log: `chain` has at least two entries; the published head is that of its last entry. */
export type Tampering = (chain: readonly ChainEntry[], draw: Draw) => Omit<Tampered, 'kind'>;

/** Every kind of tampering of proof 11, some of them with hashes made to fit as well as one can. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  edit: (chain, draw) => {
    const at = draw(chain.length);
    return { chain: chain.with(at, edited(entryAt(chain, at), draw)), first: at + 1 };
  },
  'edit with its hash': (chain, draw) => {
    const at = draw(chain.length);
    const forged = hashed(edited(entryAt(chain, at), draw));
    // The entry itself fits; what tells is the next one, or for the last one the published head.
    return { chain: chain.with(at, forged), first: Math.min(at + 2, chain.length) };
  },
  'edit of a hash': (chain, draw) => {
    const at = draw(chain.length);
    return {
      chain: chain.with(at, { ...entryAt(chain, at), hash: sha256(Uint8Array.of(draw(256))) }),
      first: at + 1,
    };
  },
  delete: (chain, draw) => {
    const at = draw(chain.length);
    return { chain: chain.toSpliced(at, 1), first: at + 1 };
  },
  'delete and number anew': (chain, draw) => {
    const at = draw(chain.length);
    return { chain: numbered(chain.toSpliced(at, 1)), first: at + 1 };
  },
  swap: (chain, draw) => {
    const [one, other] = two(chain, draw);
    const [a, b] = [entryAt(chain, one), entryAt(chain, other)];
    return { chain: chain.with(one, b).with(other, a), first: Math.min(one, other) + 1 };
  },
  'swap of contents': (chain, draw) => {
    const [one, other] = two(chain, draw);
    const [a, b] = [entryAt(chain, one), entryAt(chain, other)];
    const swapped = chain
      .with(one, { ...b, sequence: a.sequence })
      .with(other, { ...a, sequence: b.sequence });
    return { chain: swapped, first: Math.min(one, other) + 1 };
  },
  insert: (chain, draw) => {
    const at = draw(chain.length);
    const forged = edited({ ...entryAt(chain, at), sequence: at + 1 }, draw);
    return { chain: numbered(chain.toSpliced(at, 0, forged)), first: at + 1 };
  },
  'insert with its hash': (chain, draw) => {
    const at = draw(chain.length);
    const forged = hashed(edited(entryAt(chain, at), draw));
    return { chain: numbered(chain.toSpliced(at, 0, forged)), first: Math.min(at + 2, chain.length) };
  },
  'cut tail': (chain, draw) => {
    const left = draw(chain.length);
    return { chain: chain.slice(0, left), first: left + 1 };
  },
  rewrite: (chain, draw) => {
    const from = draw(chain.length);
    return { chain: rewritten(chain, from, draw), first: chain.length };
  },
};

/** The whole log of the organization that run opens transactions of. */
export async function readLog(run: Parameters<typeof streamChain>[0]): Promise<ChainEntry[]> {
  const entries: ChainEntry[] = [];
  for await (const entry of streamChain(run)) entries.push(entry);
  return entries;
}

/** The head that is published of a whole log. */
export function headOf(chain: readonly ChainEntry[]): AuditHead {
  const { sequence, hash } = entryAt(chain, chain.length - 1);
  return { sequence, hash };
}

function entryAt(chain: readonly ChainEntry[], at: number): ChainEntry {
  const entry = chain[at];
  if (!entry) throw new Error(`no entry ${at}`);
  return entry;
}

function two(chain: readonly ChainEntry[], draw: Draw): [number, number] {
  const one = draw(chain.length);
  return [one, (one + 1 + draw(chain.length - 1)) % chain.length];
}

function edited(entry: ChainEntry, draw: Draw): ChainEntry {
  const field = FIELDS[draw(FIELDS.length)] ?? 'at';
  if (field === 'at') return { ...entry, at: entry.at + 1 + draw(1_000) };
  if (field === 'commitments')
    return { ...entry, commitments: [...entry.commitments, `email=${draw(1_000)}`] };
  const text = entry[field];
  const place = draw(text.length + 1);
  return { ...entry, [field]: `${text.slice(0, place)}${draw(10)}${text.slice(place)}` };
}

function hashed(entry: ChainEntry): ChainEntry {
  return { ...entry, hash: sha256(entryBytes(entry)) };
}

function numbered(chain: readonly ChainEntry[]): ChainEntry[] {
  return chain.map((entry, index) => ({ ...entry, sequence: index + 1 }));
}

/** Sound in itself: an entry changed and all hashes from there on made anew. */
function rewritten(chain: readonly ChainEntry[], from: number, draw: Draw): ChainEntry[] {
  const result = chain.slice(0, from);
  for (const entry of chain.slice(from)) {
    const previousHash = result.at(-1)?.hash ?? entry.previousHash;
    const changed = result.length === from ? edited(entry, draw) : entry;
    result.push(hashed({ ...changed, previousHash }));
  }
  return result;
}
