import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';
import type { SecurityPageProps } from './security-page';

type AppCardProps = Pick<SecurityPageProps, 'appSince' | 'fresh' | 'proposed' | 'next'>;

/** The authenticator app: in use, being set up, or not there. */
export function AppCard({ appSince, fresh, proposed, next }: AppCardProps) {
  return (
    <Card title="Authenticator app">
      <div className="factor-body">
        <p>
          {appSince ? (
            <>
              In use since <DayText day={appSince} />. Its codes confirm a sign-in by password.
            </>
          ) : (
            'An app on your phone shows a new code of six digits every half minute. None is set up.'
          )}
        </p>
        {fresh && proposed ? <SetUp proposed={proposed} replaces={appSince !== null} next={next} /> : null}
        {fresh && !proposed ? (
          <div className="button-row">
            <Form method="post">
              <input type="hidden" name="next" value={next} />
              <Button type="submit" name="intent" value="propose-app">
                {appSince ? 'Set up another app' : 'Set up an app'}
              </Button>
            </Form>
            {appSince ? (
              <Form method="post">
                <input type="hidden" name="next" value={next} />
                <Button type="submit" name="intent" value="remove-app" variant="danger">
                  Turn off
                </Button>
              </Form>
            ) : null}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

interface SetUpProps {
  readonly proposed: NonNullable<SecurityPageProps['proposed']>;
  readonly replaces: boolean;
  readonly next: string;
}

function SetUp({ proposed: { key, qr }, replaces, next }: SetUpProps) {
  return (
    <div className="factor-set-up">
      <svg
        className="qr-code"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label="QR code of the key"
      >
        <path d={qr.path} />
      </svg>
      <div>
        <p>Scan the code with your authenticator app, or type this key:</p>
        <p>
          <code className="secret-key">{key}</code>
        </p>
        {replaces ? <p>The app that you use now works until the new one is confirmed.</p> : null}
        <Form method="post" noValidate>
          <input type="hidden" name="next" value={next} />
          <Field
            label="Code that the app shows"
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            required
          />
          <div className="button-row">
            <Button type="submit" name="intent" value="confirm-app" variant="primary">
              Confirm
            </Button>
            <Button type="submit" name="intent" value="drop-app" variant="quiet">
              Cancel
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
