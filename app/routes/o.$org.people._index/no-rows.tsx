import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { EVERYBODY_PRESENT, isNarrowed, type PeopleAddress } from '~/modules/people/domain/people-filter';
import { addressIn } from './people-state';

interface NoRowsProps {
  readonly state: PeopleAddress;
  readonly base: string;
  readonly mayWrite: boolean;
  /** Whether the organization has no people at all. */
  readonly nobody: boolean;
}

/** Stands where the list would be, with the next thing to do. */
export function NoRows({ state, base, mayWrite, nobody }: NoRowsProps) {
  if (nobody) {
    return (
      <EmptyState
        title="Nobody yet"
        action={mayWrite ? <ButtonLink to={`${base}/imports`}>Import people</ButtonLink> : null}
      >
        {mayWrite
          ? 'Here stand the people of the organization with their titles, teams and occupations. They come from a file of your HR system, or one at a time by “Add a person”.'
          : 'Here stand the people of the organization. An administrator or an HR partner can bring them in.'}
      </EmptyState>
    );
  }
  if (state.cursor !== null) {
    return (
      <EmptyState
        title="The list ends before this page"
        action={<ButtonLink to={addressIn('', { ...state, cursor: null })}>To the first page</ButtonLink>}
      >
        There is nobody after the place that this address names.
      </EmptyState>
    );
  }
  const everyone = addressIn('', { ...state, filter: EVERYBODY_PRESENT });
  if (!isNarrowed(state.filter)) {
    return <EmptyState title="Nobody on this day">Nobody whom you may see is here on this day.</EmptyState>;
  }
  return (
    <EmptyState title="Nobody found" action={<ButtonLink to={everyone}>Show everyone</ButtonLink>}>
      {state.filter.query === ''
        ? 'Nobody fits all filters.'
        : 'Each word must stand in the name, the title, the personnel number or the e-mail address. Try fewer words.'}
    </EmptyState>
  );
}
