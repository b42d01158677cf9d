import type { TenantContext } from '#db/tenancy';
import { isOnetSoc } from '~/modules/occupations/domain/soc-code';
import { NotFound } from '~/shared/errors';
import { type FrameworkHead, listFrameworkHeads } from '../data/framework-heads';
import type { Instrument } from '../domain/dimension';
import type { FrameworkResource } from './framework-schemas';
import { listShownStatements } from './list-shown-statements';
import { preferredFramework } from './prefer-framework';

export interface FrameworkQuestion {
  /** O*NET-SOC code. */
  readonly soc: string;
  readonly instrument: Instrument;
  /** Not given: the organization's own before shared ones, then the newest. */
  readonly version?: string;
}

/** The framework that a question means, without its statements; undefined when there is none. */
export async function findFrameworkHead(
  ctx: TenantContext,
  { soc, instrument, version }: FrameworkQuestion,
): Promise<FrameworkHead | undefined> {
  if (!isOnetSoc(soc)) return undefined;
  const heads = await listFrameworkHeads(ctx, { socs: [soc], instrument });
  return preferredFramework(heads.filter((head) => version === undefined || head.version === version));
}

/** One framework with its statements by level and their citations. Throws NotFound. */
export async function getFramework(
  ctx: TenantContext,
  question: FrameworkQuestion,
): Promise<FrameworkResource> {
  const head = await findFrameworkHead(ctx, question);
  if (!head) throw new NotFound('There is no such framework.');
  const { soc, instrument, version, contextCovered, own, frameworkId } = head;
  const statements = await listShownStatements(ctx, { frameworkIds: [frameworkId] });
  const levels = head.levels.map(({ rank, key, label, caption }) => ({
    rank,
    key,
    label,
    ...(caption === null ? {} : { caption }),
    statements: statements
      .filter((statement) => statement.rank === rank)
      .map(({ frameworkId: _, rank: __, dimension, citations, ...statement }) => ({
        ...statement,
        ...(dimension === null ? {} : { dimension }),
        citations: [...citations],
      })),
  }));
  return { soc, instrument, version, contextCovered, own, levels };
}
