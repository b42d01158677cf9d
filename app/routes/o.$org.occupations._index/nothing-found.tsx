import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { isFiltered, type ListState, searchOf } from './list-state';

/** Stands where the list would be when nothing matches, with the next thing to try. */
export function NothingFound({ state }: { readonly state: ListState }) {
  const { query } = state;
  const everywhere = searchOf({
    query,
    zone: undefined,
    group: undefined,
    evidence: false,
    framework: false,
    cursor: undefined,
  });
  if (!isFiltered(state)) {
    return (
      <EmptyState title="No occupation found">
        No code and no title matches, not even one that is spelled almost so. Try fewer words, another word
        for the job, or the beginning of a code such as 33-9.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No occupation found"
      action={<ButtonLink to={everywhere}>Search without the filters</ButtonLink>}
    >
      {query === '' ? 'No occupation fits all filters.' : 'No occupation that matches fits all filters.'}
    </EmptyState>
  );
}
