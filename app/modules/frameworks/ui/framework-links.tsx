import { Link } from '@remix-run/react';
import type { Instrument } from '../domain/dimension';

interface FrameworkLinksProps {
  /** Address of the organization. */
  readonly base: string;
  readonly soc: string;
  readonly instrument: Instrument;
  /** The version that is shown; null where there is none. */
  readonly version: string | null;
  /** The reader may write frameworks of the organization. */
  readonly mayWrite: boolean;
}

/** What can be done with the statements that are shown: take them as a file, write an own version. */
export function FrameworkLinks({ base, soc, instrument, version, mayWrite }: FrameworkLinksProps) {
  const file = `${base}/occupations/${soc}/frameworks/${instrument}.csv`;
  return (
    <div className="bar framework-links">
      {version === null ? null : (
        <a className="link" href={`${file}?${new URLSearchParams({ version })}`} download>
          Download {version} as CSV
        </a>
      )}
      {mayWrite ? (
        <Link className="link" to={`${base}/frameworks/new?${new URLSearchParams({ soc, instrument })}`}>
          Write your own version
        </Link>
      ) : null}
    </div>
  );
}
