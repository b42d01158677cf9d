import type { Database } from '#db/database';
import type { Sealer } from '~/sealing.server';
import type { IdentityProviders } from '~/sso/identity-provider';
import type { ConnectionRow } from '../../data/sso-connections';

export interface SsoServices {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly providers: IdentityProviders;
}

/** What binds a sealed client secret to its organization and issuer: to no other is it ever sent. */
export function secretPurpose({
  organizationId,
  issuer,
}: Pick<ConnectionRow, 'organizationId' | 'issuer'>): string {
  return `sso-secret:${organizationId}:${issuer}`;
}

/** The settings by which the provider of a connection is spoken with. */
export function providerSettings(sealer: Sealer, connection: ConnectionRow) {
  const { issuer, clientId, sealedSecret } = connection;
  return { issuer, clientId, clientSecret: sealer.unseal(sealedSecret, secretPurpose(connection)) };
}
