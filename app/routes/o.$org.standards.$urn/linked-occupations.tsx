import { Link } from '@remix-run/react';
import type { StandardResource } from '~/modules/occupations/domain/standard-schemas';

interface LinkedOccupationsProps extends Pick<StandardResource, 'occupations'> {
  /** Address of the list of occupations. */
  readonly place: string;
  /** Whether the reader may change the catalogue. */
  readonly mayWrite: boolean;
}

/** Occupations that a person linked the standard to, with who says so. */
export function LinkedOccupations({ occupations, place, mayWrite }: LinkedOccupationsProps) {
  return (
    <>
      {occupations.length === 0 ? (
        <p className="small">Nobody has linked this standard to an occupation.</p>
      ) : (
        <ul className="related">
          {occupations.map(({ soc, title, linkedBy }) => (
            <li key={soc}>
              <Link className="link" to={`${place}/${soc}`}>
                {title}
              </Link>{' '}
              <span className="small">
                {soc} · linked by {linkedBy}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <p className="small codes-foot">
          Links belong to the catalogue that all organizations share. The operator makes one with{' '}
          <code>npm run cadre -- import FILE --soc CODE --by NAME</code>.
        </p>
      ) : null}
    </>
  );
}
