import type { TenantContext } from '#db/tenancy';
import { listDraftRows } from '../data/draft-rows';
import { type FrameworkHead, listFrameworkHeads } from '../data/framework-heads';
import type { Instrument } from '../domain/dimension';
import { byPreference, preferredFramework } from './prefer-framework';

/** One framework of the organization itself. */
export interface OwnFramework {
  /** Of the draft, or of the published framework. */
  readonly id: string;
  readonly soc: string;
  readonly title: string;
  readonly instrument: Instrument;
  readonly version: string;
  readonly state: 'draft' | 'published';
  /** The version that counts where none is asked for. */
  readonly counts: boolean;
  readonly statements: number;
  /** Id of who changed the draft last or published it; null for what came from a file. */
  readonly by: string | null;
  /** ISO 8601; null for what came from a file. */
  readonly at: string | null;
}

const placeOf = ({ soc, instrument }: Pick<FrameworkHead, 'soc' | 'instrument'>) => `${soc} ${instrument}`;

/** By occupation and instrument, the version that counts first. */
function byPlace(first: FrameworkHead, second: FrameworkHead): number {
  const [a, b] = [placeOf(first), placeOf(second)];
  if (a !== b) return a < b ? -1 : 1;
  return byPreference(first, second);
}

/** The organization's own frameworks: drafts first, the last changed first, then published ones by occupation. */
export async function listOwnFrameworks(ctx: TenantContext): Promise<OwnFramework[]> {
  const rows = await listDraftRows(ctx);
  const own = await listFrameworkHeads(ctx, { ownOnly: true });
  const counting = new Set(
    [...Map.groupBy(own, placeOf).values()].map((heads) => preferredFramework(heads)?.frameworkId),
  );
  const publications = new Map(rows.map((row) => [row.publishedAs, row]));
  const drafts = rows
    .filter(({ publishedAs }) => publishedAs === null)
    .map(({ draftId, soc, title, instrument, version, statements, changedBy, changedAt }) => ({
      ...{ id: draftId, soc, title, instrument, version, statements },
      state: 'draft' as const,
      counts: false,
      by: changedBy,
      at: changedAt.toISOString(),
    }));
  const published = own.sort(byPlace).map(({ frameworkId, soc, title, instrument, version, statements }) => ({
    ...{ id: frameworkId, soc, title, instrument, version, statements },
    state: 'published' as const,
    counts: counting.has(frameworkId),
    by: publications.get(frameworkId)?.publishedBy ?? null,
    at: publications.get(frameworkId)?.publishedAt?.toISOString() ?? null,
  }));
  return [...drafts, ...published];
}
