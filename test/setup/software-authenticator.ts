import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const UP = 0x01;
const UV = 0x04;
const AT = 0x40;

/** How an answer differs from an honest one. */
export interface Answering {
  readonly origin?: string;
  readonly rpId?: string;
  readonly counter?: number;
  /** false: nobody's finger or PIN was asked for. */
  readonly verified?: boolean;
  /** The account that the answer names; none with null. */
  readonly userHandle?: string | null;
}

/** An authenticator in software with one ES256 passkey, for a site and an account (WebAuthn level 3, 6). */
export function softwareAuthenticator(
  site: { readonly id: string; readonly origin: string },
  userId: string,
) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  const clientData = (type: string, challenge: string, origin = site.origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (flags: number, { rpId = site.id, counter = 1 }: Answering) =>
    Buffer.concat([sha256(rpId), Buffer.of(flags), uint32(counter)]);
  return {
    id,
    /** The answer to `navigator.credentials.create`, as JSON. */
    register(challenge: string, answering: Answering = {}): string {
      const flags = UP | AT | (answering.verified === false ? 0 : UV);
      const attested = Buffer.concat([
        authenticatorData(flags, { counter: 0, ...answering }),
        Buffer.alloc(16),
        Buffer.of(0, credentialId.length),
        credentialId,
        coseKey(publicKey),
      ]);
      return JSON.stringify({
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          attestationObject: attestation(attested).toString('base64url'),
          clientDataJSON: clientData('webauthn.create', challenge, answering.origin).toString('base64url'),
          transports: ['internal'],
        },
      });
    },
    /** The answer to `navigator.credentials.get`, as JSON. */
    answer(challenge: string, answering: Answering = {}): string {
      const data = authenticatorData(UP | (answering.verified === false ? 0 : UV), answering);
      const client = clientData('webauthn.get', challenge, answering.origin);
      const signature = createSign('SHA256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      const handle = answering.userHandle === undefined ? userId : answering.userHandle;
      return JSON.stringify({
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          authenticatorData: data.toString('base64url'),
          clientDataJSON: client.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(handle === null ? {} : { userHandle: Buffer.from(handle).toString('base64url') }),
        },
      });
    },
  };
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** The public key as COSE in CBOR: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), x, y. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const part = (label: number, value: string) =>
    Buffer.concat([Buffer.of(label, 0x58, 32), Buffer.from(value, 'base64url')]);
  return Buffer.concat([Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01), part(0x21, x), part(0x22, y)]);
}

/** `{ fmt: "none", attStmt: {}, authData }` in CBOR. */
function attestation(authData: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);
  const length = Buffer.of(0x59, authData.length >> 8, authData.length & 0xff);
  return Buffer.concat([
    Buffer.of(0xa3),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.of(0xa0),
    text('authData'),
    length,
    authData,
  ]);
}
