import { Form, Link } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { SignInFrame } from '~/components/sign-in-frame';
import { slugOf } from '~/modules/organizations/domain/sign-up';

type Name = 'organization' | 'slug' | 'name' | 'email';
type Texts<Names extends string> = Readonly<Partial<Record<Names, string | undefined>>>;

export interface ShownSignUp {
  /** What was filled in; never the password. */
  readonly form: Texts<Name>;
  /** form: about all of it. */
  readonly faults: Texts<Name | 'password' | 'form'>;
}

/** Organization, person and password; works without script, with which the address is shown as the name is typed. */
export function SignUpForm({ form, faults, busy }: ShownSignUp & { readonly busy: boolean }) {
  const [organization, setOrganization] = useState(form.organization ?? '');
  return (
    <SignInFrame title="Create an organization">
      {faults.form ? (
        <Notice tone="bad" announce>
          {faults.form}
        </Notice>
      ) : null}
      <Form method="post" noValidate>
        <Field
          label="Organization"
          name="organization"
          autoComplete="organization"
          defaultValue={form.organization}
          onChange={(event) => setOrganization(event.currentTarget.value)}
          maxLength={200}
          error={faults.organization}
          required
        />
        <Field
          label="Its address in Cadre"
          name="slug"
          hint="Small letters, digits and dashes. Left empty, it is made from the name."
          placeholder={slugOf(organization)}
          defaultValue={form.slug}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          error={faults.slug}
        />
        <Field
          label="Your name"
          name="name"
          autoComplete="name"
          defaultValue={form.name}
          maxLength={200}
          error={faults.name}
          required
        />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={form.email}
          error={faults.email}
          required
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. A few words make a good one."
          error={faults.password}
          required
        />
        <Button type="submit" variant="primary" aria-busy={busy}>
          Create organization
        </Button>
      </Form>
      <nav className="sign-in-links" aria-label="Other ways in">
        <Link to="/login">Sign in instead</Link>
      </nav>
    </SignInFrame>
  );
}
