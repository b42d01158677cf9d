import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { SignInFrame } from '~/components/sign-in-frame';
import { attemptSource, tooManyTries } from '~/http/attempts.server';
import { beginSession } from '~/http/begin-session.server';
import { DeadLink } from '~/http/dead-link';
import { publicRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { confirmSignUp } from '~/modules/organizations/commands/confirm-sign-up';
import { readSignUp } from '~/modules/organizations/queries/read-sign-up';
import { sessionStageOf } from '~/modules/organizations/queries/session-stage';
import { isCadreError } from '~/shared/errors';

export const meta: MetaFunction = () => [
  { title: 'Confirm your address · Cadre' },
  { name: 'referrer', content: 'no-referrer' },
];

/** Following the link changes nothing yet: programs that read mail follow it too. */
export const loader = publicRoute(async ({ context, params }: LoaderFunctionArgs) =>
  readSignUp(context.database, params['token'] ?? ''),
);

interface Faults {
  readonly password?: string | undefined;
  readonly slug?: string | undefined;
  readonly form?: string | undefined;
}

const refused = (slug: string, faults: Faults, init: ResponseInit = { status: 422 }) =>
  data({ slug, faults }, init);

export const action = publicRoute(async (asked: ActionFunctionArgs) => {
  const { request, context, params } = asked;
  const form = await readForm(request);
  const slug = String(form.get('slug') ?? '')
    .trim()
    .toLowerCase();
  const password = String(form.get('password') ?? '');
  try {
    const source = attemptSource(asked);
    const outcome = await confirmSignUp(context, { token: params['token'] ?? '', password, slug, source });
    if (outcome.kind === 'wrong-password')
      return refused(slug, { password: 'This is not the password that you chose when you signed up.' });
    if (outcome.kind === 'wait') {
      const { sentence, init } = tooManyTries(outcome.retryAfterSeconds);
      return refused(slug, { form: sentence }, init);
    }
    const stage = await sessionStageOf(context.database, outcome.userId);
    throw await beginSession(asked, { ...outcome, stage, method: 'password', next: `/o/${outcome.slug}` });
  } catch (error) {
    if (!isCadreError(error) || !['conflict', 'invalid-input'].includes(error.kind)) throw error;
    const isSlug = error.kind === 'invalid-input' || error.errors[0]?.pointer === 'slug';
    return refused(slug, isSlug ? { slug: error.reason } : { form: error.reason });
  }
});

export default function ConfirmSignUp() {
  const { email, organizationName, slug } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  const faults: Faults = answer?.faults ?? {};
  return (
    <SignInFrame title="Confirm your address">
      {faults.form ? (
        <Notice tone="bad" announce>
          {faults.form}
        </Notice>
      ) : null}
      <p>
        <strong>{organizationName}</strong> will be made, with you as its owner.
      </p>
      <Form method="post" noValidate>
        <Field label="E-mail" name="email" type="email" autoComplete="username" value={email} readOnly />
        {faults.slug ? (
          <Field
            label="Its address in Cadre"
            name="slug"
            defaultValue={answer?.slug || slug}
            maxLength={64}
            error={faults.slug}
          />
        ) : null}
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          hint="The one that you chose when you signed up."
          error={faults.password}
          required
        />
        <Button type="submit" variant="primary" aria-busy={busy}>
          Make the organization
        </Button>
      </Form>
    </SignInFrame>
  );
}

export function ErrorBoundary() {
  return (
    <DeadLink
      next="If you have made the organization with it, sign in. Otherwise sign up again from the sign-in page."
      action={<ButtonLink to="/login">Sign in</ButtonLink>}
    />
  );
}
