import { Form, Link } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';

export interface SsoStart {
  readonly organization: string;
  /** Host of the identity provider. */
  readonly provider: string;
  readonly next: string;
  /** Address of the account that is signed in and not yet connected, or null. */
  readonly connectAs: string | null;
}

interface StartCardProps {
  readonly start: SsoStart;
  readonly fault: string | null;
}

/** Where the way leads, and the button that begins it; works without script. */
export function StartCard({ start, fault }: StartCardProps) {
  const { organization, provider, next, connectAs } = start;
  return (
    <div className="sign-in-card card">
      <Brand />
      <h1>Sign in to {organization}</h1>
      {fault ? (
        <Notice tone="bad" announce>
          {fault}
        </Notice>
      ) : null}
      <p>
        You sign in at <strong>{provider}</strong>, the identity provider of this organization, and come back.
      </p>
      <Form method="post" reloadDocument>
        <input type="hidden" name="next" value={next} />
        <Button type="submit" name="intent" value="continue" variant="primary">
          Continue
        </Button>
        {connectAs ? (
          <>
            <p>
              You are signed in as <strong>{connectAs}</strong>. If that is you, you can connect this account
              once; from then on the provider signs you in to it here.
            </p>
            <Button type="submit" name="intent" value="connect">
              Continue and connect {connectAs}
            </Button>
          </>
        ) : null}
      </Form>
      <p>
        <Link to={`/login?next=${encodeURIComponent(next)}`}>Sign in with a password or passkey</Link>
      </p>
    </div>
  );
}

interface OnTheWayProps {
  readonly address: string;
  readonly provider: string;
}

/** Stands for the moment until the browser goes on by itself. */
export function OnTheWay({ address, provider }: OnTheWayProps) {
  return (
    <div className="sign-in-card card">
      <Brand />
      <h1>On the way to {provider}</h1>
      <p>
        <a href={address}>Go on to {provider}</a> if nothing happens.
      </p>
    </div>
  );
}

function Brand() {
  return (
    <p className="brand">
      <BrandMark />
      Cadre
    </p>
  );
}
