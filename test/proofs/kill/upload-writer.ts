import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { form, type Sent, send } from '#test/setup/http-client';
import type { Instance } from './instance';
import type { Ledger } from './ledger';
import { PASSWORD, type Target } from './organization';
import { createWriter, type Outcome, type Writer } from './writer';

export interface UploadWriter extends Writer {
  /** Signs in and gives the cookie: the session is an acknowledged write too. */
  signIn(): Promise<string>;
  /** Whether this session is still there. */
  isSignedIn(cookie: string): Promise<boolean>;
}

const TEXT = fixtureText(LER_FIXTURE);
const BOUNDARY = 'proof-boundary';

/** Uploads one version of a framework after another through the page; status 200 is the acknowledgement. */
export function createUploadWriter({ origin }: Instance, target: Target, ledger: Ledger): UploadWriter {
  let cookie: string | null = null;
  const signIn = async () => {
    const answer = await send(
      `${origin}/login`,
      form(origin, { email: target.email, password: PASSWORD, next: '/o' }),
    );
    const [value] = answer.cookies;
    if (answer.status !== 302 || !value) throw new Error(`sign-in gave ${answer.status}`);
    cookie = value;
    return value;
  };
  const attempt = async (version: string): Promise<Outcome> => {
    try {
      const session = cookie ?? (await signIn());
      const answer = await send(
        `${origin}/o/${target.slug}/frameworks/import`,
        upload(origin, session, version),
      );
      if (answer.status === 200) return 'acknowledged';
      if (answer.status >= 500) return 'unclear';
      return { wrong: `upload of ${version} was answered with ${answer.status}` };
    } catch {
      return 'unclear';
    }
  };
  const writer = createWriter({
    begin(number) {
      const version = `v.90.${number}`;
      const entry = { acknowledged: false };
      ledger.uploads.set(version, entry);
      return {
        attempt: () => attempt(version),
        acknowledged: () => {
          entry.acknowledged = true;
        },
      };
    },
    afterUnclear: async () => {},
    breathMs: 150,
  });
  return {
    ...writer,
    signIn,
    isSignedIn: async (value) =>
      (await send(`${origin}/o/${target.slug}/frameworks/import`, { cookie: value })).status === 200,
  };
}

function upload(origin: string, cookie: string, version: string): Sent {
  const body = [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; name="file"; filename="${version}.json"`,
    'Content-Type: application/json',
    '',
    TEXT.replaceAll('v.26.04', version),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
  return {
    method: 'POST',
    cookie,
    headers: {
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
    },
    body,
  };
}
