import type { SecretKey } from '~/secrets.server';

/** The key that peppers passwords in tests. */
export const TEST_PEPPER: SecretKey = { keyId: 'pepper', secret: Buffer.alloc(32, 9) };
