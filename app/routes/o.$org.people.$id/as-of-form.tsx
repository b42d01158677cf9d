import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import type { PersonState } from './person-state';

type AsOfFormProps = Pick<PersonState, 'asOf' | 'today' | 'isPast'>;

/** Asks for another day; the address holds it. */
export function AsOfForm({ asOf, today, isPast }: AsOfFormProps) {
  return (
    <Form method="get" className="bar as-of-form">
      <label htmlFor="as-of">As of</label>
      <input id="as-of" className="input" type="date" name="asOf" defaultValue={asOf} max={today} required />
      <Button type="submit">Show</Button>
      {isPast ? (
        <Link className="link" to="?">
          Today
        </Link>
      ) : null}
    </Form>
  );
}
