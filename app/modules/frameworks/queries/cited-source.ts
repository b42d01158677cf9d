import type { TenantContext } from '#db/tenancy';
import type { CitedSource } from '~/modules/occupations/domain/cited-source';
import { citedStatement } from '~/modules/occupations/queries/standard-page';
import type { DescribedOccupation } from './describe-occupation';
import type { FrameworkResource } from './framework-schemas';

interface Question {
  /** Key of the source as statements name it. */
  readonly cite: string;
  readonly framework: FrameworkResource;
  readonly occupation: Pick<DescribedOccupation, 'sources' | 'evidence'>;
}

/** What is known of a source that statements of the framework cite; null where none of them does. */
export async function findCitedSource(
  ctx: TenantContext,
  { cite, framework, occupation }: Question,
): Promise<CitedSource | null> {
  const citing = framework.levels
    .flatMap(({ statements }) => statements)
    .map(({ citations }) => citations.filter(({ source }) => source === cite))
    .filter((citations) => citations.length > 0);
  if (citing.length === 0) return null;
  return {
    key: cite,
    titles: [...new Set(citing.flat().map(({ title }) => title))],
    statements: citing.length,
    standard: await citedStatement(ctx, cite),
    sources: occupation.sources.filter(({ kind }) => isOf(kind, cite)),
    evidence: occupation.evidence.filter(({ source }) => source === cite),
  };
}

/** Kinds of source are named after what they are of: aei_job_exposure is of aei, onet-profile of onet. */
const isOf = (kind: string, key: string) =>
  kind === key || kind.startsWith(`${key}_`) || kind.startsWith(`${key}-`);
