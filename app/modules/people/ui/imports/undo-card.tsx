import { Form, Link } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';

export interface UndoCardProps {
  /** How many people, or assessments, the import changed, and how many it made. */
  readonly restored: number;
  readonly removed: number;
  /** Those that stay as they are, and why. */
  readonly left: readonly {
    readonly key: string;
    readonly employeeId: string;
    readonly name: string;
    readonly reason: string;
  }[];
  readonly of: 'people' | 'ratings';
  /** Address of the import, and of the organization. */
  readonly place: string;
  readonly base: string;
}

const SHOWN = 50;

const WORDS = {
  people: {
    ...{ one: 'person', several: 'people', made: 'who came with it' },
    note: 'Teams and sites that the file brought stay.',
  },
  ratings: { one: 'assessment', several: 'assessments', made: 'that came with it', note: null },
} as const;

/** What taking an import back would do, before it is done. */
export function UndoCard({ restored, removed, left, of, place, base }: UndoCardProps) {
  const { one, several, made, note } = WORDS[of];
  const isIdle = of === 'ratings' && restored + removed === 0;
  const many = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
  return (
    <Card title="Take this import back">
      <ul>
        {restored > 0 ? <li>{many(restored)} will be as before the import.</li> : null}
        {removed > 0 ? (
          <li>
            {many(removed)} {made} will be taken away.
          </li>
        ) : null}
        {left.length > 0 ? (
          <li>
            {many(left.length)} will stay as {left.length === 1 ? 'it is' : 'they are'} now:
          </li>
        ) : null}
      </ul>
      {left.length > 0 ? (
        <ul>
          {left.slice(0, SHOWN).map(({ key, employeeId, name, reason }) => (
            <li key={key}>
              <Link className="link" to={`${base}/people/${employeeId}`}>
                {name}
              </Link>
              : {reason}
            </li>
          ))}
          {left.length > SHOWN ? <li>and {many(left.length - SHOWN)} more</li> : null}
        </ul>
      ) : null}
      {note ? <p className="small">{note}</p> : null}
      {isIdle ? <p>Nothing can be taken back of it.</p> : null}
      <Form method="post" className="import-actions" action={place}>
        {isIdle ? null : (
          <Button type="submit" name="intent" value="undo" variant="danger">
            Take it back
          </Button>
        )}
        <ButtonLink to={place}>Leave it</ButtonLink>
      </Form>
    </Card>
  );
}
