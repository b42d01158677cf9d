import { Link } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';

interface NoPeopleProps {
  /** Whether the reader can see to it that people come. */
  readonly brings: boolean;
  readonly slug: string;
}

/** Stands where the heatmap would be in an organization that nobody was brought into yet. */
export function NoPeople({ brings, slug }: NoPeopleProps) {
  if (!brings) {
    return (
      <EmptyState title="There are no people yet">
        Figures stand here once people and their ratings are brought in. An HR partner of your organization
        can have that done; there is nothing for you to do.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There are no people yet">
      People and their ratings come from files, which an HR partner, administrator or owner brings in under{' '}
      <Link to={`/o/${slug}/imports`}>Imports</Link>. The heatmap follows within seconds.
    </EmptyState>
  );
}
