import type { TenantContext } from '#db/tenancy';
import { countTitles as countRows, countTitleOccupations, type TitleQuestion } from '../data/title-counts';

/** The titles that people have on a day, with how many have them, and which confirmed occupations those hold. */
export async function countTitles(ctx: TenantContext, question: TitleQuestion) {
  return {
    titles: await countRows(ctx, question),
    held: await countTitleOccupations(ctx, question),
  };
}
