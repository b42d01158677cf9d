import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';

/** Stands where the comparison would be when there is one version only. */
export function OneVersion({ place }: { readonly place: string }) {
  return (
    <EmptyState
      title="Nothing to compare yet"
      action={<ButtonLink to={place}>Show the statements</ButtonLink>}
    >
      There is one version of this framework. When another one is imported or published, this page shows which
      statements stayed, were reworded, moved to another level, came and went.
    </EmptyState>
  );
}
