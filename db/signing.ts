import { createHmac } from 'node:crypto';

/** A key that signs the tenant setting; the newest of DATA_DIR/secrets signs, all of them verify. */
export interface TenantKey {
  readonly keyId: string;
  readonly secret: Buffer;
}

export interface TenantClaim {
  readonly organizationId: string;
  readonly backendPid: number;
  /** Unix seconds after which the setting is void. */
  readonly expiresAt: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** The signed value of app.tenant; current_organization_id() in the database checks it (security.md 1.3). */
export function signTenant(key: TenantKey, claim: TenantClaim): string {
  if (!isUuid(claim.organizationId)) throw new Error('not an organization id');
  if (!/^[a-z0-9]{1,32}$/.test(key.keyId)) throw new Error('not a key id');
  const body = [
    key.keyId,
    claim.organizationId,
    Math.trunc(claim.backendPid),
    Math.trunc(claim.expiresAt),
  ].join('.');
  return `${body}.${createHmac('sha256', key.secret).update(body, 'utf8').digest('hex')}`;
}

/** What a process that has the key puts beside the mark of an organization that is to be deleted (security.md 1.3). */
export function sealDeletion(key: TenantKey, organizationId: string): string {
  if (!isUuid(organizationId)) throw new Error('not an organization id');
  const seal = createHmac('sha256', key.secret).update(`delete.${organizationId}`, 'utf8').digest('hex');
  return `${key.keyId}.${seal}`;
}
