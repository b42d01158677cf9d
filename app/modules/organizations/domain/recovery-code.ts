/** How many codes a person has at first. */
export const RECOVERY_CODES = 10;
/** Bytes of randomness in a code: 80 bits. */
export const RECOVERY_BYTES = 10;
const BITS = 5;
const LENGTH = (RECOVERY_BYTES * 8) / BITS;
/** Crockford's 32 digits: those that look like others are left out. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TAKEN_FOR: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A code in groups of four, such as `7K3M-...`, from RECOVERY_BYTES random bytes. Throws RangeError. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_BYTES) throw new RangeError(`a code has ${RECOVERY_BYTES} bytes`);
  let bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = '';
  for (let index = 0; index < LENGTH; index += 1) {
    code = (DIGITS[Number(bits & 31n)] ?? '') + code;
    bits >>= BigInt(BITS);
  }
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** A code as it is stored by its hash, whatever its case, gaps and look-alikes; null for what is no code. */
export function plainRecoveryCode(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[OIL]/g, (letter) => TAKEN_FOR[letter] ?? letter);
  return plain.length === LENGTH && [...plain].every((digit) => DIGITS.includes(digit)) ? plain : null;
}
