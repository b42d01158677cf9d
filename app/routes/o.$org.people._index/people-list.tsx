import { useEffect, useState } from 'react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import type { PeopleAddress } from '~/modules/people/domain/people-filter';
import { addressIn } from './people-state';
import { PeopleTable } from './people-table';
import { SelectionBar } from './selection-bar';
import { type PartOfList, useEndlessRows } from './use-endless-rows';
import { useRowWindow } from './use-row-window';

interface PeopleListProps {
  readonly first: PartOfList;
  readonly state: PeopleAddress;
  readonly base: string;
  readonly mayWrite: boolean;
  readonly detailed: boolean;
  readonly total: number;
  readonly previous: string | null;
}

/** Rows fetched before they are in sight. */
const AHEAD = 40;

/**
 * The list with its choice of people. Without script it has pages; with it, a list that begins at its first row goes on
 * by itself.
 */
export function PeopleList({ first, state, base, mayWrite, detailed, total, previous }: PeopleListProps) {
  const endless = first.index === 0 && first.rows.length < total;
  const length = endless ? total : first.rows.length;
  const { rowAt, need } = useEndlessRows(first, { total, sort: state.sort });
  const window = useRowWindow(length);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [from, to] = [window.drawn[0]?.index ?? 0, window.drawn.at(-1)?.index ?? 0];
  useEffect(() => {
    if (endless && window.started) need(from, to + AHEAD);
  });
  const choose = (id: string, add: boolean) =>
    setChosen((known) => new Set(add ? [...known, id] : [...known].filter((one) => one !== id)));
  const table = (
    <Card padded={false}>
      <PeopleTable
        {...{ first, total, detailed, window }}
        rowAt={(index) => rowAt(first.index + index)}
        chosen={mayWrite ? chosen : null}
        onChoose={choose}
      />
    </Card>
  );
  return (
    <>
      {mayWrite ? (
        <form method="get" action={`${base}/people/change`} className="people-form">
          {table}
          <SelectionBar
            {...{ state, base, total, chosen }}
            drawn={new Set(window.drawn.map(({ index }) => rowAt(first.index + index)?.id ?? ''))}
            started={window.started}
            clear={() => setChosen(new Set())}
          />
        </form>
      ) : (
        table
      )}
      {endless && window.started ? null : <Pages {...{ first, state, previous, total }} />}
    </>
  );
}

type PagesProps = Pick<PeopleListProps, 'first' | 'state' | 'previous' | 'total'>;

/** Where in the list the page is, with links to those beside it. */
function Pages({ first, state, previous, total }: PagesProps) {
  const { rows, index, next } = first;
  if (previous === null && next === null) return null;
  const to = (cursor: string) => addressIn('', { ...state, cursor });
  return (
    <nav className="bar people-pages" aria-label="Pages">
      {previous ? <ButtonLink to={to(previous)}>Previous people</ButtonLink> : null}
      <span className="small">
        {(index + 1).toLocaleString('en')} to {(index + rows.length).toLocaleString('en')} of{' '}
        {total.toLocaleString('en')}
      </span>
      {next ? <ButtonLink to={to(next)}>Next people</ButtonLink> : null}
    </nav>
  );
}
