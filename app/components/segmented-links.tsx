import { Link } from '@remix-run/react';

export interface SegmentOption {
  readonly label: string;
  readonly to: string;
  readonly current: boolean;
}

export interface SegmentedLinksProps {
  /** Names the choice for those who do not see it, such as "Rows". */
  readonly label: string;
  readonly options: readonly SegmentOption[];
}

/** One choice among a few, each an address of its own, so that it works without script and can be shared. */
export function SegmentedLinks({ label, options }: SegmentedLinksProps) {
  return (
    <nav className="segments" aria-label={label}>
      {options.map((option) => (
        <Link
          key={option.to}
          to={option.to}
          aria-current={option.current ? 'true' : undefined}
          preventScrollReset
        >
          {option.label}
        </Link>
      ))}
    </nav>
  );
}
