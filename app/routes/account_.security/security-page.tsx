import { AccountShell } from '~/components/account-shell';
import { ButtonLink } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { AppCard } from './app-card';
import { PasskeysCard, type ShownPasskey } from './passkeys-card';
import type { QrCode } from './qr-code.server';
import { RecoveryCard } from './recovery-card';

export interface SecurityPageProps {
  readonly name: string;
  readonly email: string;
  readonly appSince: string | null;
  readonly passkeys: readonly ShownPasskey[];
  readonly recoveryCodes: number;
  /** Names of organizations. */
  readonly requiredBy: readonly string[];
  /** Whether the session is young enough for changes. */
  readonly fresh: boolean;
  readonly proposed: { readonly key: string; readonly qr: QrCode } | null;
  readonly mayAddPasskeys: boolean;
  readonly done: string | null;
  /** Where the reader came from, or empty. */
  readonly next: string;
  /** Why something was refused. */
  readonly reason: string | null;
  /** Recovery codes that were just made. */
  readonly codes: readonly string[] | null;
}

/** The second factors of whoever is signed in. */
export function SecurityPage(props: SecurityPageProps) {
  const { name, email, requiredBy, fresh, next, reason, codes, done } = props;
  const hasFactor = props.appSince !== null || props.passkeys.length > 0;
  const here = `/account/security${next ? `?next=${encodeURIComponent(next)}` : ''}`;
  return (
    <AccountShell person={{ name, email }}>
      <PageHeader title="Security" />
      {reason ? (
        <Notice tone="bad" announce>
          {reason}
        </Notice>
      ) : null}
      {done && !reason ? (
        <Notice tone="good" announce>
          {done}
        </Notice>
      ) : null}
      {requiredBy.length > 0 && !hasFactor ? (
        <Notice tone="warn" title="A second factor is required">
          {requiredBy.join(', ')} opens to you once you have set up an authenticator app or a passkey.
        </Notice>
      ) : null}
      {hasFactor && next ? (
        <Notice tone="good">
          Your second factor is set up. <ButtonLink to={next}>Go on</ButtonLink>
        </Notice>
      ) : null}
      {fresh ? null : (
        <Notice title="Changes need a recent sign-in">
          <p>Confirm that it is you, and change what you like for ten minutes.</p>
          <ButtonLink to={`/account/security/confirm?next=${encodeURIComponent(here)}`} variant="primary">
            Confirm that it is you
          </ButtonLink>
        </Notice>
      )}
      <div className="stack">
        <RecoveryCard {...props} hasFactor={hasFactor} codes={codes} />
        <AppCard {...props} />
        <PasskeysCard {...props} />
      </div>
    </AccountShell>
  );
}
