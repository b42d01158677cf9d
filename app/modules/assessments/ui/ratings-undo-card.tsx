import { Form, Link } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';

export interface RatingsUndoCardProps {
  /** Assessments that the import changed, and that it made. */
  readonly restored: number;
  readonly removed: number;
  readonly left: readonly { readonly key: string; readonly employeeId: string; readonly name: string }[];
  /** Address of the import, and of the organization. */
  readonly place: string;
  readonly base: string;
}

const SHOWN = 50;

/** What taking an import of ratings back would do, before it is done. */
export function RatingsUndoCard({ restored, removed, left, place, base }: RatingsUndoCardProps) {
  return (
    <Card title="Take this import back">
      <ul>
        {restored > 0 ? <li>{assessments(restored)} will be as before the import.</li> : null}
        {removed > 0 ? <li>{assessments(removed)} that came with it will be taken away.</li> : null}
        {left.length > 0 ? (
          <li>
            {assessments(left.length)} will stay, because they were corrected, withdrawn, contested or given
            evidence since:
          </li>
        ) : null}
      </ul>
      {left.length > 0 ? (
        <ul>
          {left.slice(0, SHOWN).map(({ key, employeeId, name }) => (
            <li key={key}>
              <Link className="link" to={`${base}/people/${employeeId}`}>
                {name}
              </Link>
            </li>
          ))}
          {left.length > SHOWN ? <li>and {assessments(left.length - SHOWN)} more</li> : null}
        </ul>
      ) : null}
      <Form method="post" className="import-actions" action={place}>
        <Button type="submit" name="intent" value="undo" variant="danger">
          Take it back
        </Button>
        <ButtonLink to={place}>Leave it</ButtonLink>
      </Form>
    </Card>
  );
}

function assessments(count: number): string {
  return count === 1 ? '1 assessment' : `${count.toLocaleString('en')} assessments`;
}
