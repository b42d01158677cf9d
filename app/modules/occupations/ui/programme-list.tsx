import type { OccupationResource } from '../domain/api-schemas';
import { ParentMark } from './parent-mark';

type Leading = Pick<OccupationResource, 'programmes' | 'rapids'>;

/** Instructional programmes (CIP) that lead to the occupation, and its registered apprenticeships (RAPIDS). */
export function ProgrammeList({ programmes: { items, inheritedFrom }, rapids }: Leading) {
  return (
    <>
      {items.length === 0 ? (
        <p className="small">No programme is known. They come with the CIP-SOC crosswalk.</p>
      ) : (
        <>
          {inheritedFrom ? <ParentMark inheritedFrom={inheritedFrom} /> : null}
          <dl className="codes">
            {items.map(({ code, title }) => (
              <div key={code}>
                <dt>{code}</dt>
                <dd>{title?.replace(/\.$/, '') ?? <span className="small">title not known</span>}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="small codes-foot">
        Apprenticeships (RAPIDS): {rapids.length > 0 ? rapids.join(', ') : 'none listed'}.
      </p>
    </>
  );
}
