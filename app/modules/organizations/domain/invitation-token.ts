/** Characters of the token of an invitation's link: 32 random bytes as base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function isInvitationToken(text: string): boolean {
  return TOKEN.test(text);
}

/** The link of an invitation under an origin such as `https://cadre.example`. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/invite/${token}`;
}
