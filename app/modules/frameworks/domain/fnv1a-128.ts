/** Offset basis and prime of the 128-bit FNV-1a hash (Fowler, Noll, Vo). */
const OFFSET_BASIS = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x1000000000000000000013bn;

/**
 * FNV-1a of the UTF-8 bytes of a text, 128 bits as 32 hexadecimal digits. It tells texts apart; it is no
 * protection against somebody who looks for two texts with one hash.
 */
export function fnv1a128(text: string): string {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(32, '0');
}
