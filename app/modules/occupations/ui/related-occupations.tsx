import { Link } from '@remix-run/react';
import type { OccupationResource } from '../domain/api-schemas';

interface RelatedOccupationsProps extends Pick<OccupationResource, 'related'> {
  /** Address of the list of occupations. */
  readonly place: string;
}

const TIERS: Readonly<Record<string, string>> = {
  'Primary-Short': 'Closest',
  'Primary-Long': 'Close',
  Supplemental: 'Further away',
};

/** Occupations that O*NET relates to this one, by tier, the closest first. */
export function RelatedOccupations({ related, place }: RelatedOccupationsProps) {
  if (related.length === 0)
    return <p className="small">No related occupation is known. They come with a release of O*NET.</p>;
  const tiers = Map.groupBy(related, ({ tier }) => tier);
  return (
    <>
      {[...tiers].map(([tier, items]) => (
        <section key={tier} className="word-group">
          <h3>
            {TIERS[tier] ?? tier} <span className="small">{items.length}</span>
          </h3>
          <ul className="related">
            {items.map(({ soc, title }) => (
              <li key={soc}>
                <Link className="link" to={`${place}/${soc}`}>
                  {title}
                </Link>{' '}
                <span className="small">{soc}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
