import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import type { SecurityPageProps } from './security-page';

type RecoveryCardProps = Pick<SecurityPageProps, 'email' | 'recoveryCodes' | 'fresh' | 'next' | 'codes'> & {
  readonly hasFactor: boolean;
};

const FEW = 3;

/** How many recovery codes are left; those that were just made, once. */
export function RecoveryCard({ email, recoveryCodes, fresh, next, codes, hasFactor }: RecoveryCardProps) {
  if (!hasFactor) return null;
  if (codes) return <NewCodes email={email} codes={codes} />;
  return (
    <Card title="Recovery codes">
      <div className="factor-body">
        {recoveryCodes <= FEW ? (
          <Notice tone="warn">
            {recoveryCodes === 0
              ? 'No recovery code is left.'
              : `Only ${recoveryCodes} recovery codes are left.`}{' '}
            Make new ones while you can.
          </Notice>
        ) : (
          <p>
            {recoveryCodes} codes are left. Each signs you in once when your app or passkey is not at hand.
          </p>
        )}
        {fresh ? (
          <Form method="post">
            <input type="hidden" name="next" value={next} />
            <Button type="submit" name="intent" value="codes">
              Make new codes
            </Button>
            <p className="small">The codes that you have now stop working.</p>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}

function NewCodes({ email, codes }: { readonly email: string; readonly codes: readonly string[] }) {
  const file = `Cadre recovery codes of ${email}\nEach works once.\n\n${codes.join('\n')}\n`;
  return (
    <Card title="Your recovery codes">
      <Notice tone="warn" title="Keep these codes now" announce>
        They are not shown again. Each signs you in once when your app or passkey is not at hand. Your other
        sessions ended.
      </Notice>
      <ol className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="button-row">
        <a
          className="button"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="cadre-recovery-codes.txt"
        >
          Download
        </a>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
    </Card>
  );
}
