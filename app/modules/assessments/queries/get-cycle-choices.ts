import type { TenantContext } from '#db/tenancy';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';
import type { DirectoryReader } from '~/modules/people/queries/get-directory-scope';
import { type FilterChoices, getFilterChoices } from '~/modules/people/queries/get-filter-choices';

export interface CycleChoices extends Omit<FilterChoices, 'occupations'> {
  /** By title. */
  readonly occupations: readonly { readonly code: string; readonly title: string }[];
}

/** What the people of a cycle can be narrowed to on a day. @param team The one that is chosen now, which always stands there. */
export async function getCycleChoices(
  ctx: TenantContext,
  reader: DirectoryReader,
  question: { readonly day: string; readonly team: string | null },
): Promise<CycleChoices> {
  const choices = await getFilterChoices(ctx, reader, question);
  const titles = await occupationTitles(ctx, choices.occupations);
  const occupations = choices.occupations
    .map((code) => ({ code, title: titles[code] ?? code }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return { ...choices, occupations };
}
