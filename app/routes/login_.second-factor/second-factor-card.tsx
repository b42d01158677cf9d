import { Form, Link } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PasskeyForm } from '~/modules/organizations/ui/passkey-form';

interface SecondFactorCardProps {
  readonly next: string;
  readonly email: string;
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
  readonly hasCodes: boolean;
  readonly asksRecovery: boolean;
  readonly fault: string | null;
}

/** The ways in which somebody may confirm a sign-in; all but the passkey work without script. */
export function SecondFactorCard(props: SecondFactorCardProps) {
  const { next, email, hasApp, hasPasskey, hasCodes, asksRecovery, fault } = props;
  const here = `?next=${encodeURIComponent(next)}`;
  return (
    <div className="sign-in-card card">
      <p className="brand">
        <BrandMark />
        Cadre
      </p>
      <h1>Second factor</h1>
      <p>The password for {email} is right. Now confirm that it is you.</p>
      {fault ? (
        <Notice tone="bad" announce>
          {fault}
        </Notice>
      ) : null}
      {asksRecovery ? (
        <>
          <p className="small">A recovery code works once, and ends your sessions in other browsers.</p>
          <CodeForm next={next} isRecovery />
        </>
      ) : null}
      {!asksRecovery && hasApp ? <CodeForm next={next} /> : null}
      {!asksRecovery && hasPasskey ? (
        <>
          <noscript>
            <Notice tone="warn">A passkey needs script, which this browser does not run here.</Notice>
          </noscript>
          <PasskeyForm purpose="second-factor" label="Use a passkey" variant={hasApp ? 'plain' : 'primary'}>
            <input type="hidden" name="next" value={next} />
          </PasskeyForm>
        </>
      ) : null}
      <nav className="sign-in-links" aria-label="Other ways in">
        {asksRecovery ? <Link to={here}>Another way</Link> : null}
        {!asksRecovery && hasCodes ? <Link to={`${here}&with=recovery`}>Use a recovery code</Link> : null}
      </nav>
      <Form method="post" action="/logout">
        <Button type="submit" variant="quiet">
          Sign in as somebody else
        </Button>
      </Form>
    </div>
  );
}

function CodeForm({ next, isRecovery = false }: { readonly next: string; readonly isRecovery?: boolean }) {
  return (
    <Form method="post" noValidate key={isRecovery ? 'recovery' : 'app'}>
      <input type="hidden" name="next" value={next} />
      <Field
        label={isRecovery ? 'Recovery code' : 'Code'}
        name="code"
        hint={
          isRecovery
            ? 'Sixteen characters; each code works once.'
            : 'Six digits that your authenticator app shows.'
        }
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        maxLength={40}
        required
      />
      <Button type="submit" variant="primary">
        Confirm
      </Button>
    </Form>
  );
}
