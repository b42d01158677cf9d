import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { listDraftRows } from '../data/draft-rows';
import { listFrameworkHeads } from '../data/framework-heads';
import { findFrameworkSource } from '../data/framework-sources';
import type { FrameworkResource } from './framework-schemas';
import { getFramework } from './get-framework';
import { preferredFramework } from './prefer-framework';
import { isFrameworkId } from './read-draft';

/** A published framework of the organization, with where it comes from. */
export interface OwnFrameworkView {
  readonly framework: FrameworkResource;
  /** Title of the occupation. */
  readonly title: string;
  readonly counts: boolean;
  readonly source: {
    readonly name: string;
    readonly licence: string | null;
    readonly attribution: string | null;
    readonly url: string | null;
    readonly fileName: string;
  };
  /** Id of who published it; null for what came from a file. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** One published framework of the organization. Throws NotFound. */
export async function getOwnFramework(ctx: TenantContext, id: string): Promise<OwnFrameworkView> {
  const heads = isFrameworkId(id) ? await listFrameworkHeads(ctx, { ownOnly: true }) : [];
  const head = heads.find(({ frameworkId }) => frameworkId === id);
  const source = head && (await findFrameworkSource(ctx, head));
  if (!head || !source) throw new NotFound('There is no such framework.');
  const { soc, instrument, version, title } = head;
  const same = heads.filter((one) => one.soc === soc && one.instrument === instrument);
  const publication = (await listDraftRows(ctx)).find(({ publishedAs }) => publishedAs === id);
  const { name, licence, attribution, url, fileName, importedAt } = source;
  return {
    framework: await getFramework(ctx, { soc, instrument, version }),
    title,
    counts: preferredFramework(same) === head,
    source: { name, licence, attribution, url, fileName },
    by: publication?.publishedBy ?? null,
    at: (publication?.publishedAt ?? importedAt).toISOString(),
  };
}
