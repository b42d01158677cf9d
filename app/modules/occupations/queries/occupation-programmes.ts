import type { OccupationResource } from '../domain/api-schemas';
import type { Programmes } from './crosswalk-programmes';

/**
 * The instructional programmes of an occupation: those of the crosswalk, with the SOC code that they are of where it
 * is not the occupation's own; where no crosswalk knows any, the codes that the page text of a framework prints.
 */
export function shownProgrammes(
  soc: string,
  { soc: parent, socTitle, programmes, release }: Programmes,
  printed: readonly string[],
): Pick<OccupationResource, 'cip' | 'programmes'> {
  if (programmes.length === 0) {
    const items = printed.map((code) => ({ code, title: null }));
    return { cip: [...printed], programmes: { inheritedFrom: null, release: null, items } };
  }
  const isOwn = soc === `${parent}.00`;
  const from = socTitle === null ? parent : `${parent} ${socTitle}`;
  return {
    cip: programmes.map(({ code }) => code),
    programmes: { inheritedFrom: isOwn ? null : from, release, items: [...programmes] },
  };
}
