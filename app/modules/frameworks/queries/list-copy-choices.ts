import { ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { isOnetSoc } from '~/modules/occupations/domain/soc-code';
import { findOccupationTitle } from '~/modules/occupations/queries/find-occupation-title';
import { listFrameworkHeads } from '../data/framework-heads';
import type { Instrument } from '../domain/dimension';
import { byPreference } from './prefer-framework';

/** A framework that a draft can begin as a copy of. */
export interface CopyChoice {
  readonly id: string;
  readonly version: string;
  readonly own: boolean;
  readonly statements: number;
}

export interface CopyChoices {
  /** Title of the occupation; null where no catalogue has the code. */
  readonly title: string | null;
  /** The one that counts first. */
  readonly choices: readonly CopyChoice[];
}

/** What a draft of this occupation and instrument can begin with. */
export async function listCopyChoices(
  ctx: TenantContext,
  { soc, instrument }: { readonly soc: string; readonly instrument: Instrument },
): Promise<CopyChoices> {
  if (!isOnetSoc(soc)) return { title: null, choices: [] };
  const title = await findOccupationTitle([ownCatalogue(ctx), sharedCatalogueFor(ctx)], soc);
  const heads = await listFrameworkHeads(ctx, { socs: [soc], instrument });
  const choices = heads
    .sort(byPreference)
    .map(({ frameworkId, version, own, statements }) => ({ id: frameworkId, version, own, statements }));
  return { title, choices };
}
