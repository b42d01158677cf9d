import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { SegmentedLinks } from '~/components/segmented-links';
import { INBOX_FILTERS, type InboxFilter } from '~/modules/occupations/domain/mapping/mapping-state';
import { addressOf, type InboxState } from './inbox-state';

const LABELS: Readonly<Record<InboxFilter, string>> = {
  review: 'To review',
  unmapped: 'Unmapped',
  low_confidence: 'Low confidence',
  release: 'New release',
  mapped: 'Mapped',
  all: 'All',
};

interface InboxBarProps {
  readonly base: string;
  readonly state: InboxState;
  readonly totals: Readonly<Record<InboxFilter, { readonly titles: number }>>;
}

/** Which titles are listed. */
export function InboxBar({ base, state, totals }: InboxBarProps) {
  return (
    <div className="bar">
      <SegmentedLinks
        label="Titles"
        options={INBOX_FILTERS.map((filter) => ({
          label: `${LABELS[filter]} ${totals[filter].titles.toLocaleString('en')}`,
          to: addressOf(base, { ...state, filter, page: 1, above: null }),
          current: filter === state.filter,
        }))}
      />
      <Form method="get" className="toolbar" role="search">
        {state.filter === 'review' ? null : <input type="hidden" name="show" value={state.filter} />}
        <input
          key={state.query}
          className="input mapping-query"
          type="search"
          name="query"
          aria-label="Words of the title"
          placeholder="Words of the title"
          defaultValue={state.query}
          maxLength={200}
        />
        <Button type="submit">Find</Button>
      </Form>
    </div>
  );
}
