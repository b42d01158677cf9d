/** What passkeys are bound to: the name of this site, and the origin that its pages have. */
export interface RelyingParty {
  /** Such as `cadre.example`. */
  readonly id: string;
  /** Such as `https://cadre.example`. */
  readonly origin: string;
}
