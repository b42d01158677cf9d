/** How a session was begun. */
export type SignInMethod = 'password' | 'passkey' | 'sso';

/** What was proved beside the password. */
export type SecondFactorUsed = 'app' | 'recovery_code' | 'passkey';

/** What an organization asks of whoever signs in, and what this member may leave out. */
export interface FactorPolicy {
  readonly secondFactorRequired: boolean;
  readonly ssoRequired: boolean;
  /** May come in without single sign-on; never without a second factor then. */
  readonly breakGlass: boolean;
}

/** What decides whether a session opens the organization to this member. */
export interface AdmissionPolicy extends FactorPolicy {
  /** When the member's rights last changed; null: never since they are one. */
  readonly rightsChangedAt: Date | null;
}

/** How somebody signed in. A full session of a person who has a second factor has passed it. */
export interface AdmissionEvidence {
  readonly method: SignInMethod;
  /** The organization whose identity provider vouched, when the method is sso. */
  readonly ssoOrganizationId: string | null;
  readonly hasSecondFactor: boolean;
  /** When the person last proved who they are. */
  readonly begunAt: Date;
}

/** admitted; or what has to be done before anything of the organization opens. */
export type Admission =
  | 'admitted'
  | 'use-single-sign-on'
  | 'set-up-second-factor'
  | 'sign-in-otherwise'
  | 'prove-again';

/**
 * Whether a session opens an organization, by its policy. A passkey is two factors in one; whoever comes by the
 * organization's own identity provider has passed what that asks. What another organization's provider says of its
 * members is never believed here: its administrators decide it. No session from before a change of rights opens the
 * organization after it. Source: security.md 1.9, 1.16.
 */
export function admissionOf(
  organizationId: string,
  policy: AdmissionPolicy,
  evidence: AdmissionEvidence,
): Admission {
  const vouched = evidence.method === 'sso' && evidence.ssoOrganizationId === organizationId;
  const { rightsChangedAt } = policy;
  const isFromBefore = rightsChangedAt !== null && evidence.begunAt <= rightsChangedAt;
  if (vouched) return isFromBefore ? 'use-single-sign-on' : 'admitted';
  if (evidence.method === 'sso') return 'sign-in-otherwise';
  if (policy.ssoRequired && !policy.breakGlass) return 'use-single-sign-on';
  const asksForFactor = policy.secondFactorRequired || policy.ssoRequired;
  if (asksForFactor && evidence.method !== 'passkey' && !evidence.hasSecondFactor)
    return 'set-up-second-factor';
  return isFromBefore ? 'prove-again' : 'admitted';
}
