import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';
import type { Position } from '~/modules/people/queries/get-position';

interface IncumbentCardProps {
  readonly position: Pick<Position, 'incumbent' | 'history' | 'closedOn'>;
  readonly colleagues: readonly { readonly number: string; readonly name: string; readonly title: string }[];
  readonly mayWrite: boolean;
  readonly today: string;
  readonly base: string;
  readonly faultOf: (field: string) => string | undefined;
}

/** Who holds the post, who held it, and the forms that change it from a day on. */
export function IncumbentCard(props: IncumbentCardProps) {
  const { position, colleagues, mayWrite, today, base, faultOf } = props;
  const { incumbent, history, closedOn } = position;
  const isOpen = mayWrite && (closedOn === null || closedOn > today);
  return (
    <Card title="Held by">
      <p>
        {incumbent ? (
          <Link className="link" to={`${base}/people/${incumbent.id}`}>
            {incumbent.name}
          </Link>
        ) : (
          'The post is vacant.'
        )}
        {incumbent?.left ? ' has left, and nobody follows yet.' : null}
      </p>
      {isOpen ? (
        <Form method="post" noValidate className="position-form">
          <div className="settings-fields">
            <Field
              label="Who takes it"
              name="number"
              maxLength={200}
              list="colleagues"
              autoComplete="off"
              hint="Name, personnel number or e-mail address. People of the team are proposed while you type."
              error={faultOf('number') ?? faultOf('incumbentId')}
            />
            <Field
              label="From"
              name="from"
              type="date"
              required
              defaultValue={today}
              hint="The first day; what was planned after it gives way."
              error={faultOf('from')}
            />
          </div>
          <datalist id="colleagues">
            {colleagues.map(({ number, name, title }) => (
              <option key={number} value={number} label={`${name}, ${title}`} />
            ))}
          </datalist>
          <div className="bar">
            <Button type="submit" name="intent" value="fill">
              {incumbent ? 'Give it to this person' : 'Fill the post'}
            </Button>
            {incumbent ? (
              <Button type="submit" name="intent" value="vacate">
                Vacate the post
              </Button>
            ) : null}
          </div>
        </Form>
      ) : null}
      {history && history.length > 0 ? (
        <table className="table source-table" aria-label="Who held the post">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">From</th>
              <th scope="col">Until</th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ employeeId, name, from, until }) => (
              <tr key={from}>
                <th scope="row">
                  <Link className="link" to={`${base}/people/${employeeId}`}>
                    {name}
                  </Link>
                </th>
                <td data-label="From">
                  <DayText day={from} />
                </td>
                <td data-label="Until">{until ? <DayText day={until} /> : 'still'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Card>
  );
}
