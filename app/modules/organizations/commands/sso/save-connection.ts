import type { Database } from '#db/database';
import type { Sealer } from '~/sealing.server';
import { Conflict, Forbidden, InvalidInput } from '~/shared/errors';
import { findSignInPolicy } from '../../data/sign-in-policies';
import {
  type ConnectionRow,
  deleteSsoSessions,
  findConnection,
  upsertConnection,
} from '../../data/sso-connections';
import { updateDomainsUnverified } from '../../data/sso-domains';
import type { ConnectionInput } from '../../domain/sso/connection';
import { changeAsAdministrator, type MemberViewer } from '../change-as-administrator';
import { recordAudit } from '../record-audit';
import { secretPurpose } from './sso-services';

interface Stores {
  readonly database: Database;
  readonly sealer: Sealer;
}

/**
 * Keeps an organization's connection with its provider. Sessions that came in through another provider or client, or
 * through one that is now switched off, end. Whose word counts is an owner's choice: another issuer or client is theirs
 * to name, and domains are verified anew for it. The log never sees the secret.
 * @throws Forbidden for an administrator who names another provider; InvalidInput when a secret is missing; Conflict when single sign-on is required and would be switched off.
 */
export async function saveConnection(
  { database, sealer }: Stores,
  viewer: MemberViewer,
  input: ConnectionInput,
): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx, author) => {
    const { organizationId } = ctx;
    const before = await findConnection(ctx, organizationId);
    const isSameProvider = before?.issuer === input.issuer && before.clientId === input.clientId;
    if (!isSameProvider && author.role !== 'owner')
      throw new Forbidden('Only an owner chooses the provider, its issuer and its client id.');
    // A secret that is kept would go to whomever the new address belongs to.
    if (input.clientSecret === null && !isSameProvider)
      throw secretMissing('Enter the client secret: it belongs to this issuer and client id.');
    const policy = await findSignInPolicy(ctx, organizationId);
    if (policy?.ssoRequired && !(input.enabled && isSameProvider))
      throw new Conflict(
        'Single sign-on is required. Take that back first, then change or switch off the provider.',
      );
    const { issuer, clientId, clientSecret, joinRole, enabled } = input;
    const after: ConnectionRow = {
      ...{ organizationId, issuer, clientId, joinRole, enabled },
      sealedSecret:
        clientSecret === null
          ? (before?.sealedSecret ?? '')
          : sealer.seal(clientSecret, secretPurpose({ organizationId, issuer })),
      provenAt: isSameProvider ? before.provenAt : null,
    };
    await upsertConnection(ctx, after);
    if (!isSameProvider) await updateDomainsUnverified(ctx, organizationId);
    if (!isSameProvider || !enabled) await deleteSsoSessions(ctx, organizationId);
    const changes = connectionChanges(before, after, clientSecret !== null);
    if (changes.length === 0) return;
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'sso.change', subject, details: { changes } });
  });
}

function connectionChanges(before: ConnectionRow | undefined, after: ConnectionRow, isNewSecret: boolean) {
  const fields = (['issuer', 'clientId', 'joinRole', 'enabled'] as const).map((field) => ({
    field,
    before: before?.[field] ?? null,
    after: after[field],
  }));
  const secret = isNewSecret
    ? [{ field: 'clientSecret', before: before ? 'one' : null, after: 'another' }]
    : [];
  return [...fields.filter((field) => field.before !== field.after), ...secret];
}

function secretMissing(detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer: 'clientSecret', detail }]);
}
