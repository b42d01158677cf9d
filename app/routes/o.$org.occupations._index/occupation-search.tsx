import { Form } from '@remix-run/react';
import { Button } from '~/components/button';

interface OccupationSearchProps {
  readonly query: string;
  readonly all: boolean;
}

/** The search as a form whose address is its state; it works without script. */
export function OccupationSearch({ query, all }: OccupationSearchProps) {
  return (
    <Form method="get" className="bar occupation-search" role="search" key={`${query} ${all}`}>
      <label className="sr-only" htmlFor="occupation-query">
        Code or words of the title
      </label>
      <input
        id="occupation-query"
        className="input"
        type="search"
        name="query"
        defaultValue={query}
        placeholder="Code or title, such as 33-9032 or security"
        maxLength={200}
      />
      <label className="check">
        <input type="checkbox" name="all" value="1" defaultChecked={all} />
        Also occupations without statements
      </label>
      <Button type="submit">Search</Button>
    </Form>
  );
}
