import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import { MadeTokens } from './made-tokens';
import { RightsTable } from './rights-table';
import type { ReachedLook } from './second-look';

interface SecondLookCardProps {
  readonly look: ReachedLook;
  /** Where the settings are, of which members and tokens are parts. */
  readonly settingsAt: string;
}

/** What a change of members does, before it is made. */
export function SecondLookCard({ look, settingsAt }: SecondLookCardProps) {
  const { confirmTo } = look;
  return (
    <Card title={look.title}>
      <div className="stack">
        <div className="document">
          {look.follows.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {look.rights.length > 0 ? <RightsTable rights={look.rights} /> : null}
        <MadeTokens maker={look.maker} names={look.tokens} tokensAt={`${settingsAt}/tokens`} />
        {confirmTo ? (
          <Notice title="This needs a recent sign-in">
            <p>
              You signed in over ten minutes ago. Confirm that it is you;{' '}
              {look.comesBack
                ? 'you come back to this page.'
                : 'then enter the invitation once more, since an address is not kept meanwhile.'}
            </p>
          </Notice>
        ) : null}
        <Form method="post" className="toolbar">
          {look.fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="sure" value="yes" />
          {confirmTo ? (
            <ButtonLink to={confirmTo} variant="primary">
              Confirm that it is you
            </ButtonLink>
          ) : (
            <Button type="submit" variant="danger">
              {look.button}
            </Button>
          )}
          <ButtonLink to={`${settingsAt}/members`} variant="quiet">
            Cancel
          </ButtonLink>
        </Form>
      </div>
    </Card>
  );
}
