import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import type { ListState } from './list-state';
import { useSearchAsYouType } from './use-search-as-you-type';

interface OccupationSearchProps {
  readonly state: Omit<ListState, 'cursor'>;
  /** Major groups of the classification with their two digits. */
  readonly groups: readonly { readonly code: string; readonly title: string }[];
}

/** The search as a form whose address is its state; without script it is sent with its button. */
export function OccupationSearch({ state, groups }: OccupationSearchProps) {
  const { query, zone, group, evidence, framework } = state;
  const { form, searchSoon, searchNow, sent } = useSearchAsYouType(state);
  const busy = useNavigation().formMethod === 'GET';
  return (
    <Form
      method="get"
      className="bar occupation-search"
      role="search"
      ref={form}
      onChange={searchNow}
      onSubmit={sent}
    >
      <label className="sr-only" htmlFor="occupation-query">
        Code or words of a title
      </label>
      <input
        id="occupation-query"
        className="input"
        type="search"
        name="query"
        defaultValue={query}
        placeholder="Code or title, such as 33-9032 or loss prevention"
        maxLength={200}
        autoComplete="off"
        aria-busy={busy}
        onChange={searchSoon}
      />
      <Button type="submit">Search</Button>
      <Choice name="zone" label="Job zone" every="All job zones" value={zone?.toString()}>
        {[1, 2, 3, 4, 5].map((one) => (
          <option key={one} value={one}>
            Job zone {one}
          </option>
        ))}
      </Choice>
      <Choice name="group" label="Group" every="All groups" value={group}>
        {groups.map(({ code, title }) => (
          <option key={code} value={code}>
            {code} {title}
          </option>
        ))}
      </Choice>
      <Check name="framework" label="With statements" checked={framework} />
      <Check name="evidence" label="With AI evidence" checked={evidence} />
    </Form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What the choice of nothing is called. */
  readonly every: string;
  readonly value: string | undefined;
  readonly children: ReactNode;
}

function Choice({ name, label, every, value = '', children }: ChoiceProps) {
  return (
    <select className="input" name={name} aria-label={label} defaultValue={value}>
      <option value="">{every}</option>
      {children}
    </select>
  );
}

interface CheckProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}

function Check({ name, label, checked }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value="1" defaultChecked={checked} />
      {label}
    </label>
  );
}
