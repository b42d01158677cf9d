import { useSubmit } from '@remix-run/react';
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Button, type ButtonVariant } from '~/components/button';
import { Notice } from '~/components/notice';

interface PasskeyFormProps {
  readonly purpose: 'sign-in' | 'second-factor' | 'confirm' | 'register';
  readonly label: string;
  readonly variant?: ButtonVariant;
  /** Fields that go with the form. */
  readonly children?: ReactNode;
}

/**
 * A button that asks for a passkey and sends the answer to the page, as `intent=passkey` with `challengeId` and
 * `response`. Passkeys need script: without it, or in a browser that has none, nothing is shown.
 */
export function PasskeyForm({ purpose, label, variant = 'plain', children }: PasskeyFormProps) {
  const submit = useSubmit();
  const [isAble, setAble] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => setAble(browserSupportsWebAuthn()), []);
  if (!isAble) return null;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setFault(null);
    const asked = await askForPasskey(purpose);
    setBusy(false);
    if ('fault' in asked) return setFault(asked.fault);
    fields.set('intent', 'passkey');
    fields.set('challengeId', asked.challengeId);
    fields.set('response', asked.response);
    submit(fields, { method: 'post' });
  };
  return (
    <form method="post" onSubmit={(event) => void send(event)}>
      {fault ? (
        <Notice tone="bad" announce>
          {fault}
        </Notice>
      ) : null}
      {children}
      <Button type="submit" variant={variant} aria-busy={isBusy}>
        {label}
      </Button>
    </form>
  );
}

type Asked = { readonly challengeId: string; readonly response: string } | { readonly fault: string };

async function askForPasskey(purpose: PasskeyFormProps['purpose']): Promise<Asked> {
  try {
    const answer = await fetch('/passkey-options', {
      method: 'POST',
      body: new URLSearchParams({ purpose }),
    });
    const { challengeId, options, reason } = await answer.json();
    if (!answer.ok) return { fault: String(reason) };
    const response =
      purpose === 'register'
        ? await startRegistration({ optionsJSON: options })
        : await startAuthentication({ optionsJSON: options });
    return { challengeId, response: JSON.stringify(response) };
  } catch (error) {
    const isKnown = error instanceof Error && error.name === 'InvalidStateError';
    return {
      fault: isKnown
        ? 'This device has a passkey for your account already.'
        : 'No passkey was used. Try again, or choose another way.',
    };
  }
}
