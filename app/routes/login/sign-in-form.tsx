import { Form, Link } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';

export interface SignInFaults {
  readonly email?: string;
  readonly password?: string;
  /** About both together. */
  readonly form?: string;
}

interface SignInFormProps {
  readonly next: string;
  /** Who is signed in already in this browser. */
  readonly signedInAs: string | null;
  readonly email: string;
  readonly faults: SignInFaults;
  readonly busy: boolean;
}

/** Address and password; works without script. */
export function SignInForm({ next, signedInAs, email, faults, busy }: SignInFormProps) {
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <p className="brand">
          <BrandMark />
          Cadre
        </p>
        <h1>Sign in</h1>
        {signedInAs ? (
          <Notice>
            Signed in as {signedInAs}. <Link to={next}>Go on</Link>, or sign in as somebody else.
          </Notice>
        ) : null}
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
      </div>
    </main>
  );
}
