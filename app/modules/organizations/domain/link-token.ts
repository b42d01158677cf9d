/** Characters of the token of a letter's link: 32 random bytes as base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function isLinkToken(text: string): boolean {
  return TOKEN.test(text);
}

/** What a letter's link opens: the first part of its path. */
export type LinkKind = 'invite' | 'signup' | 'reset' | 'stop';

/** The link with a token under an origin such as `https://cadre.example`. */
export function tokenLink(origin: string, kind: LinkKind, token: string): string {
  return `${origin}/${kind}/${token}`;
}
