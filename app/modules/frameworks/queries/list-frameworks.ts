import type { TenantContext } from '#db/tenancy';
import { type FrameworkHead, listFrameworkHeads } from '../data/framework-heads';
import { INSTRUMENTS, type Instrument } from '../domain/dimension';
import type { FrameworkSummary } from './framework-schemas';
import { byPreference, preferredFramework } from './prefer-framework';

/** The frameworks of one occupation: by instrument, the preferred version first. */
export function summarise(heads: readonly FrameworkHead[]): FrameworkSummary[] {
  return INSTRUMENTS.flatMap((instrument) =>
    heads
      .filter((head) => head.instrument === instrument)
      .sort(byPreference)
      .map(({ version, statements, own }) => ({ instrument, version, statements, own })),
  );
}

export type StatementCounts = Readonly<Record<Instrument, number>>;

/** How many statements each of these occupations has in the framework that counts, by instrument. */
export async function countStatements(
  ctx: TenantContext,
  socs: readonly string[],
): Promise<ReadonlyMap<string, StatementCounts>> {
  const heads = await listFrameworkHeads(ctx, { socs });
  const count = (soc: string, instrument: Instrument) =>
    preferredFramework(heads.filter((head) => head.soc === soc && head.instrument === instrument))
      ?.statements ?? 0;
  return new Map(
    socs.map((soc) => [
      soc,
      { durable: count(soc, 'durable'), ai_use: count(soc, 'ai_use'), mastery: count(soc, 'mastery') },
    ]),
  );
}
