import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';

export interface ShownOwner {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
  readonly isBreakGlass: boolean;
}

interface RequirementFormProps {
  readonly required: boolean;
  /** Whether the reader may change it. */
  readonly isOwner: boolean;
  /** Whether the provider is switched on and somebody came in through it. */
  readonly isReady: boolean;
  readonly owners: readonly ShownOwner[];
  readonly fault: string | undefined;
}

/** Whether everybody has to come through the provider, and who need not. */
export function RequirementForm({ required, isOwner, isReady, owners, fault }: RequirementFormProps) {
  return (
    <Card title="Required of everybody">
      <div className="sso-part">
        <p>
          When single sign-on is required, passwords and passkeys open this organization no more. API tokens
          are not affected. At least one owner keeps another way in for the day on which the provider fails.
        </p>
        {isReady || required ? null : (
          <Notice>
            First switch the provider on and sign in through it once, so that it is known to work.
          </Notice>
        )}
        <Form method="post">
          <label className="upload-choice">
            <input
              type="checkbox"
              name="required"
              value="yes"
              defaultChecked={required}
              disabled={!isOwner || (!isReady && !required)}
            />
            Members sign in through the provider only
          </label>
          <fieldset className="sso-owners" aria-describedby={fault ? 'break-glass-error' : undefined}>
            <legend>Owners who can come in by password and second factor</legend>
            {owners.map(({ userId, name, email, hasSecondFactor, isBreakGlass }) => (
              <label key={userId} className="upload-choice">
                <input
                  type="checkbox"
                  name="breakGlass"
                  value={userId}
                  defaultChecked={isBreakGlass}
                  disabled={!isOwner || !hasSecondFactor}
                />
                {name}, {email}
                {hasSecondFactor ? '' : ' (needs a second factor first)'}
              </label>
            ))}
            {fault ? (
              <div className="field-error" id="break-glass-error">
                {fault}
              </div>
            ) : null}
          </fieldset>
          {isOwner ? (
            <Button type="submit" name="intent" value="require">
              Save
            </Button>
          ) : (
            <p>Only an owner changes this.</p>
          )}
        </Form>
      </div>{' '}
    </Card>
  );
}
