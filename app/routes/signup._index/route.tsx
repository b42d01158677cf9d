import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { COMMON_PASSWORDS } from '~/common-passwords.server';
import { ButtonLink } from '~/components/button';
import { SignInFrame } from '~/components/sign-in-frame';
import { attemptSource, tooManyTries } from '~/http/attempts.server';
import { publicRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { signUpIsOpen } from '~/http/sign-up-policy.server';
import { requestSignUp } from '~/modules/organizations/commands/request-sign-up';
import { LetterSent } from '~/modules/organizations/ui/letter-sent';
import { Forbidden } from '~/shared/errors';
import { type ShownSignUp, SignUpForm } from './sign-up-form';

export const meta: MetaFunction = () => [{ title: 'Create an organization · Cadre' }];

export const loader = publicRoute(async ({ context }: LoaderFunctionArgs) => ({
  isOpen: signUpIsOpen(context.environment),
  toOutbox: context.environment.SMTP_URL === undefined,
}));

/** The answer is the same for an address that has an account. */
export const action = publicRoute(async ({ request, context }: ActionFunctionArgs) => {
  if (!signUpIsOpen(context.environment))
    throw new Forbidden('New organizations are made by whoever runs this installation.');
  const sent = await readForm(request);
  const text = (name: string) => String(sent.get(name) ?? '');
  const answer = await requestSignUp(context, {
    form: {
      organization: text('organization'),
      slug: text('slug'),
      name: text('name'),
      email: text('email'),
      password: text('password'),
    },
    common: COMMON_PASSWORDS,
    source: attemptSource({ context, request }),
  });
  if (answer.kind === 'sent') return data({ sent: true as const });
  const { password: _password, ...form } = answer.form;
  if (answer.kind === 'refused') return data({ sent: false as const, form, faults: answer.faults }, 422);
  const { sentence, init } = tooManyTries(answer.retryAfterSeconds);
  return data({ sent: false as const, form, faults: { form: sentence } }, init);
});

export default function SignUp() {
  const { isOpen, toOutbox } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  if (!isOpen) return <Closed />;
  if (answer?.sent) {
    return (
      <SignInFrame title="Look into your mail">
        <LetterSent toOutbox={toOutbox}>
          A letter is on its way to the address that you entered. Follow its link within 24 hours to make the
          organization.
        </LetterSent>
      </SignInFrame>
    );
  }
  const shown: ShownSignUp = answer ? { form: answer.form, faults: answer.faults } : { form: {}, faults: {} };
  return <SignUpForm {...shown} busy={busy} />;
}

function Closed() {
  return (
    <SignInFrame title="Create an organization">
      <p>New organizations are made by whoever runs this installation. Ask them for an invitation.</p>
      <ButtonLink to="/login">Sign in</ButtonLink>
    </SignInFrame>
  );
}
