import { ButtonLink } from '~/components/button';
import type { PositionFilter } from '~/modules/people/domain/position-filter';
import { searchOf } from './position-state';

interface PagerProps {
  readonly filter: PositionFilter;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** To the pages beside this one; nothing where there is one. */
export function Pager({ filter, page, pages }: PagerProps) {
  if (pages === 1) return null;
  return (
    <nav className="pager bar" aria-label="Pages">
      {page > 1 ? <ButtonLink to={searchOf(filter, page - 1)}>Previous page</ButtonLink> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <ButtonLink to={searchOf(filter, page + 1)}>Next page</ButtonLink> : null}
    </nav>
  );
}
