import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';

interface ListedSession {
  readonly key: string;
  readonly isThis: boolean;
  readonly method: 'password' | 'passkey' | 'sso';
  readonly secondFactor: 'app' | 'recovery_code' | 'passkey' | null;
  /** The second factor is still waited for. */
  readonly isWaiting: boolean;
  readonly device: string;
  readonly lastSeenAt: string;
}

const METHODS: Readonly<Record<ListedSession['method'], string>> = {
  password: 'Password',
  passkey: 'Passkey',
  sso: 'Single sign-on',
};

const FACTORS: Readonly<Record<NonNullable<ListedSession['secondFactor']>, string>> = {
  app: 'code of the app',
  recovery_code: 'recovery code',
  passkey: 'passkey',
};

/** The method, and what was proved beside it. */
function wayWords({ method, secondFactor, isWaiting }: ListedSession): string {
  if (isWaiting) return `Not signed in: ${METHODS[method].toLowerCase()} right, waits for the second factor`;
  return secondFactor ? `${METHODS[method]} and ${FACTORS[secondFactor]}` : METHODS[method];
}

/** Where the person is signed in, each to be ended by itself. */
export function SessionsCard({ sessions }: { readonly sessions: readonly ListedSession[] }) {
  return (
    <Card
      title="Where you are signed in"
      padded={false}
      aside={sessions.length > 1 ? <EndOthers /> : undefined}
    >
      <table className="table source-table" aria-label="Where you are signed in">
        <thead>
          <tr>
            <th scope="col">Browser</th>
            <th scope="col">Signed in by</th>
            <th scope="col">Last seen (UTC)</th>
            <th scope="col">End</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionRow key={session.key} session={session} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function SessionRow({ session }: { readonly session: ListedSession }) {
  const { key, isThis, device, lastSeenAt } = session;
  return (
    <tr>
      <th scope="row">{device}</th>
      <td data-label="Signed in by">{wayWords(session)}</td>
      <td data-label="Last seen (UTC)">
        <MomentText moment={lastSeenAt} zone="UTC" />
      </td>
      <td>
        {isThis ? (
          'this one'
        ) : (
          <Form method="post">
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="session" value={key} />
            <Button type="submit" aria-label={`End the session of ${device}`}>
              End
            </Button>
          </Form>
        )}
      </td>
    </tr>
  );
}

function EndOthers() {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="end-others" />
      <Button type="submit">End all others</Button>
    </Form>
  );
}
