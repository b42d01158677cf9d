import { ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findFramework } from '../data/framework-rows';
import { findFrameworkSource } from '../data/framework-sources';
import { writeFrameworkCsv } from '../domain/csv/write-framework-csv';
import { type FrameworkQuestion, findFrameworkHead } from './get-framework';
import { withConfirmedSplits } from './with-confirmed-splits';

export interface FrameworkCsv {
  /** Name for the file, of letters, digits, dots and dashes. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
}

/** A framework as CSV (docs/csv.md); importing it again changes nothing. Throws NotFound. */
export async function exportFrameworkCsv(
  ctx: TenantContext,
  question: FrameworkQuestion,
): Promise<FrameworkCsv> {
  const head = await findFrameworkHead(ctx, question);
  const catalogue = head?.own ? ownCatalogue(ctx) : sharedCatalogueFor(ctx);
  const found = head && (await findFramework(catalogue, head));
  const source = head && (await findFrameworkSource(ctx, head));
  if (!found || !source) throw new NotFound('There is no such framework.');
  const { soc, title, instrument, version } = head;
  const { name, release, licence, attribution, url } = source;
  const label = version.replaceAll(/[^\w.-]+/gu, '-');
  return {
    name: `${soc}-${instrument}-${label}.csv`,
    text: writeFrameworkCsv({
      soc,
      title,
      source: { name, release, licence, attribution, url },
      content: await withConfirmedSplits(ctx, soc, found.content),
    }),
  };
}
