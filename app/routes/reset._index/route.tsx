import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { SignInFrame } from '~/components/sign-in-frame';
import { attemptSource, tooManyTries } from '~/http/attempts.server';
import { publicRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { requestReset } from '~/modules/organizations/commands/request-reset';
import { LetterSent } from '~/modules/organizations/ui/letter-sent';

export const meta: MetaFunction = () => [{ title: 'New password · Cadre' }];

export const loader = publicRoute(async ({ context }: LoaderFunctionArgs) => ({
  toOutbox: context.environment.SMTP_URL === undefined,
}));

interface Faults {
  readonly email?: string | undefined;
  readonly form?: string | undefined;
}

const refused = (email: string, faults: Faults, init: ResponseInit) =>
  data({ asked: false as const, email, faults }, init);

/** The answer is the same whether there is such an account. */
export const action = publicRoute(async (asked: ActionFunctionArgs) => {
  const form = await readForm(asked.request);
  const email = String(form.get('email') ?? '').slice(0, LONGEST);
  const answer = await requestReset(asked.context, { email, source: attemptSource(asked) });
  if (answer.kind === 'asked') return data({ asked: true as const });
  if (answer.kind === 'no-address')
    return refused(
      email,
      { email: 'Enter an e-mail address, such as jo.berg@example.org.' },
      { status: 422 },
    );
  const { sentence, init } = tooManyTries(answer.retryAfterSeconds);
  return refused(email, { form: sentence }, init);
});

const LONGEST = 400;

export default function AskForPassword() {
  const { toOutbox } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  if (answer?.asked) {
    return (
      <SignInFrame title="Look into your mail">
        <LetterSent toOutbox={toOutbox}>
          If somebody signs in with that address, a letter with a link is on its way to it. The link works for
          one hour.
        </LetterSent>
      </SignInFrame>
    );
  }
  const faults: Faults = answer?.faults ?? {};
  return (
    <SignInFrame title="New password">
      {faults.form ? (
        <Notice tone="bad" announce>
          {faults.form}
        </Notice>
      ) : null}
      <p>Enter the address that you sign in with. A letter will let you choose a new password.</p>
      <Form method="post" noValidate>
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={answer?.email}
          error={faults.email}
          required
        />
        <Button type="submit" variant="primary" aria-busy={busy}>
          Send the letter
        </Button>
      </Form>
      <nav className="sign-in-links" aria-label="Other ways in">
        <Link to="/login">Sign in</Link>
      </nav>
    </SignInFrame>
  );
}
