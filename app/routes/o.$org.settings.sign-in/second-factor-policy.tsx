import { Form, Link } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import type { SignInPolicyView } from '~/modules/organizations/queries/get-sign-in-policy';

interface SecondFactorPolicyProps {
  readonly policy: SignInPolicyView;
  readonly organization: string;
  /** Address of the organization. */
  readonly base: string;
}

/** The choice whether members need a second factor, with how many it would hold up. */
export function SecondFactorPolicy({ policy, organization, base }: SecondFactorPolicyProps) {
  const { secondFactorRequired, ssoRequired, members, without, readerHas } = policy;
  return (
    <Card title="Second factor">
      <div className="factor-body">
        <p>
          {members - without} of {members} members have a second factor: an authenticator app or a passkey.{' '}
          {waitingWords(without, secondFactorRequired)} Tokens of the API are not affected.
        </p>
        {readerHas || secondFactorRequired ? null : (
          <Notice tone="warn">
            <p>You have none yourself. Set one up before you ask others for one.</p>
            <ButtonLink to="/account/security">Set one up</ButtonLink>
          </Notice>
        )}
        {ssoRequired ? (
          <Notice>
            <p>
              <Link to={`${base}/settings/single-sign-on`}>Single sign-on</Link> is required: who comes by it
              needs no second factor here, and members who may come without it need one in any case.
            </p>
          </Notice>
        ) : null}
        <Form method="post">
          <fieldset className="choices">
            <legend>Members of {organization} who sign in with a password</legend>
            <label className="upload-choice">
              <input
                type="radio"
                name="secondFactor"
                value="optional"
                defaultChecked={!secondFactorRequired}
              />
              may have a second factor
            </label>
            <label className="upload-choice">
              <input
                type="radio"
                name="secondFactor"
                value="required"
                defaultChecked={secondFactorRequired}
              />
              need a second factor
            </label>
          </fieldset>
          <Button type="submit" variant="primary">
            Save
          </Button>
        </Form>
      </div>
    </Card>
  );
}

function waitingWords(without: number, isRequired: boolean): string {
  if (without === 0) return '';
  const who = without === 1 ? 'One has none and' : `${without} have none and`;
  return isRequired
    ? `${who} will be led to set one up before anything of the organization opens.`
    : `${who} would be led to set one up first if you ask for it.`;
}
