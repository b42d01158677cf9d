import { EmptyState } from '~/components/empty-state';

interface NoCaseProps {
  readonly show: 'left' | 'decided';
  readonly waiting: number;
}

/** What stands where there is no disagreement to show. */
export function NoCase({ show, waiting }: NoCaseProps) {
  if (show === 'decided')
    return (
      <EmptyState title="Nothing is decided yet">
        What is settled stands here, and can be taken back while the cycle is closed.
      </EmptyState>
    );
  return waiting > 0 ? (
    <EmptyState title="Being put in order">The first disagreements stand here in a moment.</EmptyState>
  ) : (
    <EmptyState title="Nothing is left to settle">
      Raters of this cycle agree, or every difference is settled.
    </EmptyState>
  );
}
