import { Form } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { Button, ButtonLink } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';

export interface InvitationFaults {
  readonly name?: string | undefined;
  readonly password?: string | undefined;
  readonly form?: string | undefined;
}

export type ShownInvitation =
  /** The reader is signed in with another address. */
  | { readonly kind: 'other'; readonly signedInAs: string }
  | {
      /** Signed in; has an account; has none yet. */
      readonly kind: 'member' | 'account' | 'new';
      readonly organization: string;
      readonly role: string;
      readonly email: string;
      readonly token: string;
    };

interface InvitationCardProps {
  readonly invitation: ShownInvitation;
  readonly name: string;
  readonly faults: InvitationFaults;
}

/** What one is invited to, and the one way to accept it; works without script. */
export function InvitationCard({ invitation, name, faults }: InvitationCardProps) {
  return (
    <div className="sign-in-card card">
      <p className="brand">
        <BrandMark />
        Cadre
      </p>
      <h1>Invitation</h1>
      {faults.form ? (
        <Notice tone="bad" announce>
          {faults.form}
        </Notice>
      ) : null}
      {invitation.kind === 'other' ? (
        <OtherPerson signedInAs={invitation.signedInAs} />
      ) : (
        <>
          <p>
            You are invited to <strong>{invitation.organization}</strong> as {invitation.role}.
          </p>
          {invitation.kind === 'member' ? <Accept email={invitation.email} /> : null}
          {invitation.kind === 'account' ? (
            <>
              <p>Somebody signs in as {invitation.email} already. Sign in to accept.</p>
              <ButtonLink to={`/login?next=/invite/${invitation.token}`} variant="primary">
                Sign in
              </ButtonLink>
            </>
          ) : null}
          {invitation.kind === 'new' ? (
            <NewAccount email={invitation.email} name={name} faults={faults} />
          ) : null}
        </>
      )}
    </div>
  );
}

function OtherPerson({ signedInAs }: { readonly signedInAs: string }) {
  return (
    <>
      <Notice tone="warn">
        This invitation is for another address than {signedInAs}, with which you are signed in.
      </Notice>
      <p>Sign out, and open the link again as the person whom it was sent to.</p>
      <Form method="post" action="/logout">
        <Button type="submit">Sign out</Button>
      </Form>
    </>
  );
}

function Accept({ email }: { readonly email: string }) {
  return (
    <Form method="post">
      <p>You are signed in as {email}.</p>
      <Button type="submit" variant="primary">
        Accept invitation
      </Button>
    </Form>
  );
}

interface NewAccountProps {
  readonly email: string;
  readonly name: string;
  readonly faults: InvitationFaults;
}

function NewAccount({ email, name, faults }: NewAccountProps) {
  return (
    <Form method="post" noValidate>
      <Field label="E-mail" name="email" type="email" autoComplete="username" value={email} readOnly />
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        defaultValue={name}
        maxLength={200}
        error={faults.name}
        required
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters."
        error={faults.password}
        required
      />
      <Button type="submit" variant="primary">
        Accept invitation
      </Button>
    </Form>
  );
}
