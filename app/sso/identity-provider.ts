/** How an organization's identity provider is reached. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a sign-in that was begun is checked against when it comes back. */
export interface SignInChecks {
  readonly nonce: string;
  /** The PKCE verifier. */
  readonly verifier: string;
}

export interface BegunAtProvider {
  /** Where the browser goes. */
  readonly address: string;
  readonly checks: SignInChecks;
}

export interface Returned {
  /** The redirect URI as it was registered. */
  readonly redirectUri: string;
  /** The query with which the browser came back, with its question mark. */
  readonly query: string;
  readonly state: string;
  readonly checks: SignInChecks;
}

/** Whom the provider vouches for. */
export interface VouchedPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Only what the provider says to be verified is. */
  readonly emailVerified: boolean;
  readonly name: string | null;
}

/**
 * Speaks OpenID Connect with whichever provider the settings name. All throw Unavailable when the provider does not
 * answer, and Conflict when what it answers cannot be accepted.
 */
export interface IdentityProviders {
  /** Reads the provider's metadata; the issuer as the provider writes it. */
  discover(settings: ProviderSettings): Promise<{ readonly issuer: string }>;
  begin(
    settings: ProviderSettings,
    asked: { readonly redirectUri: string; readonly state: string },
  ): Promise<BegunAtProvider>;
  finish(settings: ProviderSettings, returned: Returned): Promise<VouchedPerson>;
}
