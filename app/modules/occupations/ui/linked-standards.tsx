import { Link } from '@remix-run/react';
import type { OccupationResource } from '../domain/api-schemas';
import { ReviewMark } from './review-mark';

interface LinkedStandardsProps extends Pick<OccupationResource, 'standards'> {
  /** Address under which standards have their pages. */
  readonly place: string;
}

/** National standards that a person linked to the occupation. */
export function LinkedStandards({ standards, place }: LinkedStandardsProps) {
  if (standards.length === 0) {
    return (
      <p className="small">
        No national standard is linked. A person links one on the page of the{' '}
        <Link className="link" to={place}>
          standard
        </Link>
        .
      </p>
    );
  }
  return (
    <ul className="sources">
      {standards.map(({ urn, title, version, reviewDate, reviewOverdue, linkedBy }) => (
        <li key={`${urn} ${version}`}>
          <p>
            <Link
              className="link standard-link"
              to={`${place}/${encodeURIComponent(urn)}?version=${encodeURIComponent(version)}`}
            >
              {title}
            </Link>
          </p>
          <p className="small">
            {urn} · version {version} · linked by {linkedBy}
          </p>
          <ReviewMark reviewDate={reviewDate} reviewOverdue={reviewOverdue} />
        </li>
      ))}
    </ul>
  );
}
