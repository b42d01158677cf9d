import type { ChainEntry, PersonalValue } from './chain-entry';

const FORMAT = 'cadre.audit.1';
const encoder = new TextEncoder();

/**
 * The bytes that the hash of an entry is over, the same that cadre_private.audit_bytes makes in the database: format,
 * organization (16 bytes), sequence and moment in milliseconds (8 bytes each, most significant first), then the texts
 * and the commitments, each list behind its count and each text behind its length in bytes (4 bytes each), then the
 * hash of the entry before.
 */
export function entryBytes(entry: Omit<ChainEntry, 'hash' | 'values'>): Uint8Array {
  const { actorKind, actorId, action, subjectKind, subjectId, details } = entry;
  return joined([
    encoder.encode(FORMAT),
    fromHex(entry.organizationId.replaceAll('-', '')),
    wide(entry.sequence),
    wide(entry.at),
    ...list([actorKind, actorId, action, subjectKind, subjectId, details]),
    ...list(entry.commitments),
    fromHex(entry.previousHash),
  ]);
}

/** The bytes that the commitment to a personal value is over: the salt (16 bytes) and the value. */
export function commitmentBytes({ salt, value }: PersonalValue): Uint8Array {
  return joined([fromHex(salt), encoder.encode(value)]);
}

function list(texts: readonly string[]): Uint8Array[] {
  return [
    narrow(texts.length),
    ...texts.flatMap((text) => {
      const bytes = encoder.encode(text);
      return [narrow(bytes.byteLength), bytes];
    }),
  ];
}

function narrow(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
}

function wide(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, BigInt(value));
  return bytes;
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
