import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { COMMON_PASSWORDS } from '~/common-passwords.server';
import { Button, ButtonLink } from '~/components/button';
import { Field } from '~/components/field';
import { SignInFrame } from '~/components/sign-in-frame';
import { beginSession } from '~/http/begin-session.server';
import { DeadLink } from '~/http/dead-link';
import { publicRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { resetPassword } from '~/modules/organizations/commands/change-password';
import { readReset } from '~/modules/organizations/queries/read-reset';
import { sessionStageOf } from '~/modules/organizations/queries/session-stage';

export const meta: MetaFunction = () => [
  { title: 'New password · Cadre' },
  { name: 'referrer', content: 'no-referrer' },
];

export const loader = publicRoute(async ({ context, params }: LoaderFunctionArgs) => {
  const { email } = await readReset(context.database, params['token'] ?? '');
  return { email };
});

/** The link stands for the password only: whoever has a second factor is asked for it next. */
export const action = publicRoute(async (asked: ActionFunctionArgs) => {
  const { request, context, params } = asked;
  const password = String((await readForm(request)).get('password') ?? '');
  const form = { token: params['token'] ?? '', password, common: COMMON_PASSWORDS };
  const outcome = await resetPassword(context, form);
  if (outcome.kind === 'refused') return data({ fault: outcome.faults.password }, { status: 422 });
  const stage = await sessionStageOf(context.database, outcome.userId);
  throw await beginSession(asked, { ...outcome, stage, method: 'password', next: '/o' });
});

export default function ChoosePassword() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  return (
    <SignInFrame title="New password">
      <p>With the new password every browser that is signed in as you is signed out.</p>
      <Form method="post" noValidate>
        <Field label="E-mail" name="email" type="email" autoComplete="username" value={email} readOnly />
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. A few words make a good one."
          error={answer?.fault}
          required
        />
        <Button type="submit" variant="primary" aria-busy={busy}>
          Change password
        </Button>
      </Form>
    </SignInFrame>
  );
}

export function ErrorBoundary() {
  return (
    <DeadLink
      next="If you have changed your password with it, sign in. Otherwise ask for another link."
      action={<ButtonLink to="/reset">Ask for another link</ButtonLink>}
    />
  );
}
