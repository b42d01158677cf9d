import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { listMemberDetails } from '../../data/memberships';
import { findSignInPolicy } from '../../data/sign-in-policies';
import { findConnection, listBreakGlass } from '../../data/sso-connections';
import { listDomains } from '../../data/sso-domains';
import { proofHost, proofText } from '../../domain/sso/email-domain';

/** What the settings page of single sign-on shows; never the client secret. */
export async function getSsoSettings(database: Database, organizationId: string) {
  return withAuth(database, async (ctx) => {
    const connection = await findConnection(ctx, organizationId);
    const members = await listMemberDetails(ctx, organizationId);
    const breakGlass = new Set(await listBreakGlass(ctx, organizationId));
    const policy = await findSignInPolicy(ctx, organizationId);
    return {
      connection: connection
        ? {
            issuer: connection.issuer,
            clientId: connection.clientId,
            joinRole: connection.joinRole,
            enabled: connection.enabled,
            isProven: connection.provenAt !== null,
          }
        : null,
      required: policy?.ssoRequired ?? false,
      domains: (await listDomains(ctx, organizationId)).map(({ domain, token, verifiedAt }) => ({
        domain,
        host: proofHost(domain),
        text: proofText(token),
        isVerified: verifiedAt !== null,
      })),
      owners: members
        .filter(({ role }) => role === 'owner')
        .map(({ userId, name, email, hasSecondFactor }) => ({
          ...{ userId, name, email, hasSecondFactor },
          isBreakGlass: breakGlass.has(userId),
        })),
    };
  });
}
