import type { TenantKey } from '#db/signing';

/** The key that signs the tenant setting in tests. */
export const TEST_TENANT_KEY: TenantKey = { keyId: 'test', secret: Buffer.alloc(32, 7) };
