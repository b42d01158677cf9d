import { InvalidInput } from '~/shared/errors';

export const JOIN_ROLES = ['employee', 'executive'] as const;
/** What somebody may become by coming through single sign-on; every other role is given by a person. */
export type JoinRole = (typeof JOIN_ROLES)[number];

/** What a form says about an organization's identity provider. */
export interface ConnectionInput {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: as it is. */
  readonly clientSecret: string | null;
  readonly joinRole: JoinRole | null;
  readonly enabled: boolean;
}

const LONGEST = { issuer: 500, clientId: 300, clientSecret: 1_000 } as const;
const PLAIN = /^[\x20-\x7e]+$/;

/**
 * The input with its texts as they are kept.
 * @param allowHttp whether providers on this machine are allowed (development and tests).
 * @throws InvalidInput naming each field.
 */
export function checkedConnection(input: ConnectionInput, allowHttp: boolean): ConnectionInput {
  const issuer = input.issuer.trim();
  const clientId = input.clientId.trim();
  const clientSecret = input.clientSecret?.trim() || null;
  const errors = [
    ...fault('issuer', issuerFault(issuer, allowHttp)),
    ...fault(
      'clientId',
      isPlain(clientId, LONGEST.clientId) ? null : 'Enter the client id that the provider gave.',
    ),
    ...fault(
      'clientSecret',
      clientSecret === null || isPlain(clientSecret, LONGEST.clientSecret)
        ? null
        : 'This cannot be a client secret.',
    ),
  ];
  if (errors.length > 0) throw new InvalidInput('Some fields are not right.', errors);
  return { ...input, issuer, clientId, clientSecret };
}

function issuerFault(text: string, allowHttp: boolean): string | null {
  const example = 'such as https://login.example.org.';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || text.length > LONGEST.issuer || !PLAIN.test(text))
    return `Enter the provider's issuer address, ${example}`;
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:'))
    return `The issuer begins with https://, ${example}`;
  if (url.username || url.password || url.search || url.hash)
    return `The issuer holds no name, query or fragment, ${example}`;
  // Metadata under such an address would not be held against the issuer that it names.
  if (url.pathname.includes('/.well-known/'))
    return 'Enter the issuer itself, without /.well-known/openid-configuration.';
  return null;
}

const isPlain = (text: string, longest: number) =>
  text.length > 0 && text.length <= longest && PLAIN.test(text);

function fault(pointer: string, detail: string | null) {
  return detail === null ? [] : [{ pointer, detail }];
}
