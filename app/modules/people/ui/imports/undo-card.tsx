import { Form, Link } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import type { UndoPlan } from '../../queries/get-undo-plan';

const REASONS = {
  changed: 'changed since',
  in_use: 'needed by now: ratings, a post, or people who report to them',
  email_taken: 'somebody else has the e-mail by now',
} as const;

const SHOWN = 50;

export interface UndoCardProps {
  readonly plan: UndoPlan;
  readonly place: string;
  readonly base: string;
}

/** What taking the import back would do, before it is done. */
export function UndoCard({ plan, place, base }: UndoCardProps) {
  const { restore, remove, left } = plan;
  return (
    <Card title="Take this import back">
      <ul>
        {restore.length > 0 ? <li>{people(restore.length)} will be as before the import.</li> : null}
        {remove.length > 0 ? <li>{people(remove.length)} who came with it will be taken away.</li> : null}
        {left.length > 0 ? <li>{people(left.length)} will stay as they are now:</li> : null}
      </ul>
      {left.length > 0 ? (
        <ul>
          {left.slice(0, SHOWN).map(({ employeeId, externalId, name, reason }) => (
            <li key={employeeId}>
              <Link className="link" to={`${base}/people/${employeeId}`}>
                {name} ({externalId})
              </Link>
              : {REASONS[reason]}
            </li>
          ))}
          {left.length > SHOWN ? <li>and {people(left.length - SHOWN)} more</li> : null}
        </ul>
      ) : null}
      <p className="small">Teams and sites that the file brought stay.</p>
      <Form method="post" className="import-actions" action={place}>
        <Button type="submit" name="intent" value="undo" variant="danger">
          Take it back
        </Button>
        <ButtonLink to={place}>Leave it</ButtonLink>
      </Form>
    </Card>
  );
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;
}
