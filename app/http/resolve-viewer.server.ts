import type { AppLoadContext } from '@remix-run/node';
import { type AuthContext, withAuth } from '#db/tenancy';
import { findApiToken, touchApiToken } from '~/modules/organizations/data/api-tokens';
import { findSlugOfFormer } from '~/modules/organizations/data/former-slugs';
import { findMembership } from '~/modules/organizations/data/memberships';
import { type Admission, admissionOf } from '~/modules/organizations/domain/admission';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type SignedIn, secretHash } from './session.server';

/** A viewer before the own employee record is known, which lives in the organization's data. */
export type ViewerClaim = Omit<Viewer, 'employeeId'>;

/** A claim, and whether the session behind it opens the organization by its policy. */
export interface AdmittedClaim {
  readonly claim: ViewerClaim;
  readonly admission: Admission;
}

/** Who is signed in, and as what in the organization that was asked for; null each where it is nobody. */
export interface MemberOf {
  readonly person: SignedIn | null;
  readonly admitted: AdmittedClaim | null;
}

/** The owner of the session in a cookie header, and the membership in the organization with this slug; null: in none. */
export async function memberOf(
  { database, sessions }: AppLoadContext,
  cookie: string | null,
  slug: string | null,
): Promise<MemberOf> {
  if (sessions.keyOf(cookie) === null) return { person: null, admitted: null };
  return withAuth(database, async (ctx) => {
    const person = await sessions.read(cookie, ctx);
    return { person, admitted: person && slug !== null ? await claimOfMember(ctx, person, slug) : null };
  });
}

async function claimOfMember(
  ctx: AuthContext,
  person: SignedIn,
  slug: string,
): Promise<AdmittedClaim | null> {
  const membership = await findMembership(ctx, person.userId, slug);
  if (!membership) return null;
  const { organizationId, name, hasSecondFactor } = membership;
  const claim: ViewerClaim = {
    kind: 'user',
    id: person.userId,
    name: person.name,
    method: person.method,
    role: membership.role,
    teamScope: membership.teamScope,
    organization: { id: organizationId, slug: membership.slug, name },
  };
  const admission = admissionOf(organizationId, membership, { ...person, hasSecondFactor });
  return { claim, admission };
}

/**
 * Where an address leads that an organization of this person had; null when there is none. Whom an identity provider
 * vouched for learns nothing of other organizations.
 */
export async function slugOfFormer(
  context: AppLoadContext,
  person: SignedIn,
  slug: string,
): Promise<string | null> {
  const found = await withAuth(context.database, (ctx) => findSlugOfFormer(ctx, person.userId, slug));
  if (!found || (person.method === 'sso' && found.organizationId !== person.ssoOrganizationId)) return null;
  return found.slug;
}

/** The holder of a bearer token, or null. Cookies are never read here. */
export async function claimOfToken(
  context: AppLoadContext,
  header: string | null,
): Promise<ViewerClaim | null> {
  const value = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header ?? '')?.[1];
  if (!value) return null;
  const token = await withAuth(context.database, async (ctx) => {
    const found = await findApiToken(ctx, secretHash(value));
    if (found) await touchApiToken(ctx, found.tokenId);
    return found;
  });
  if (!token) return null;
  return {
    kind: 'token',
    id: token.tokenId,
    name: token.name,
    madeBy: token.createdBy,
    role: token.role,
    teamScope: token.teamScope,
    organization: { id: token.organizationId, slug: token.slug, name: token.organizationName },
  };
}
