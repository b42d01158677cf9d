import { isRoleBand } from '~/modules/people/domain/role-band';
import { InvalidInput } from '~/shared/errors';
import type { OccupationShare } from './occupation-shares';

const PART = /^([^:;\s]{1,20}):(\d{1,3}):([1-4]?)$/u;

/** Occupations as one value of a form: `code:share:band;code:share:band`, the band empty where the title tells it. */
export function sharesText(occupations: readonly OccupationShare[]): string {
  return occupations.map(({ soc, share, roleBand }) => `${soc}:${share}:${roleBand ?? ''}`).join(';');
}

/** Reads what sharesText wrote. Throws InvalidInput for anything else. */
export function parseShares(text: string): OccupationShare[] {
  return text.split(';').map((part) => {
    const [, soc, share, band] = PART.exec(part) ?? [];
    if (soc === undefined || share === undefined) throw new InvalidInput('Choose an occupation.');
    const roleBand = Number(band);
    return { soc, share: Number(share), roleBand: isRoleBand(roleBand) ? roleBand : null };
  });
}
