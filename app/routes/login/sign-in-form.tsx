import { Form, Link } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PasskeyForm } from '~/modules/organizations/ui/passkey-form';

export interface SignInFaults {
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  /** About both together. */
  readonly form?: string | undefined;
}

interface SignInFormProps {
  readonly next: string;
  /** Who is signed in already in this browser. */
  readonly signedInAs: string | null;
  /** Whether that was by an organization's single sign-on, which opens that organization alone. */
  readonly isSso: boolean;
  readonly maySignUp: boolean;
  /** Whether the reader comes from deleting an organization. */
  readonly isDeleted: boolean;
  readonly email: string;
  readonly faults: SignInFaults;
  readonly busy: boolean;
}

/** Address and password, which works without script; a passkey; and where else to go. */
export function SignInForm({ next, email, faults, busy, maySignUp, isDeleted, ...who }: SignInFormProps) {
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <p className="brand">
          <BrandMark />
          Cadre
        </p>
        <h1>{isDeleted ? 'Deletion has begun' : 'Sign in'}</h1>
        {isDeleted ? (
          <Notice tone="good" announce>
            The organization is being deleted: nobody is a member any more, and its rows are removed now. An
            account that belongs to another organization can still sign in here.
          </Notice>
        ) : null}
        <AlreadySignedIn {...who} next={next} />
        {faults.form ? (
          <Notice tone="bad" announce>
            {faults.form}
          </Notice>
        ) : null}
        <Form method="post" noValidate>
          <input type="hidden" name="next" value={next} />
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={email}
            error={faults.email}
            required
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            error={faults.password}
            required
          />
          <Button type="submit" variant="primary" aria-busy={busy}>
            Sign in
          </Button>
        </Form>
        <PasskeyForm purpose="sign-in" label="Sign in with a passkey">
          <input type="hidden" name="next" value={next} />
        </PasskeyForm>
        <nav className="sign-in-links" aria-label="Other ways in">
          <Link to="/reset">Forgotten your password?</Link>
          <Link to={`/sso?next=${encodeURIComponent(next)}`}>Single sign-on</Link>
          {maySignUp ? <Link to="/signup">Create an organization</Link> : null}
        </nav>
      </div>
    </main>
  );
}

function AlreadySignedIn({
  next,
  signedInAs,
  isSso,
}: Pick<SignInFormProps, 'next' | 'signedInAs' | 'isSso'>) {
  if (!signedInAs) return null;
  if (isSso)
    return (
      <Notice>
        You are signed in by your organization's single sign-on, which does not open this. Sign in with your
        password or passkey.
      </Notice>
    );
  return (
    <Notice>
      Signed in as {signedInAs}. <Link to={next}>Go on</Link>, or sign in as somebody else.
    </Notice>
  );
}
