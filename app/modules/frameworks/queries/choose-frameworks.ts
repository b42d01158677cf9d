import type { TenantContext } from '#db/tenancy';
import { type FrameworkHead, listFrameworkHeads } from '../data/framework-heads';
import type { Instrument } from '../domain/dimension';
import { preferredFramework } from './prefer-framework';

/** By occupation, then instrument. */
export type FixedVersions = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ChoiceQuestion {
  /** O*NET-SOC codes. */
  readonly socs: readonly string[];
  readonly instruments: readonly Instrument[];
  /** What was fixed before; where it fixes nothing, the one that counts now. */
  readonly fixed: FixedVersions;
}

/**
 * The framework of each occupation and instrument that ratings are made under: the version that was fixed, else the
 * organization's own before shared ones, then the newest. Where there is none the pair is left out.
 */
export async function chooseFrameworks(
  ctx: TenantContext,
  { socs, instruments, fixed }: ChoiceQuestion,
): Promise<FrameworkHead[]> {
  const wanted = [...new Set(socs)];
  const heads = await listFrameworkHeads(ctx, { socs: wanted });
  return wanted.flatMap((soc) =>
    instruments.flatMap((instrument) => {
      const here = heads.filter((head) => head.soc === soc && head.instrument === instrument);
      const version = fixed[soc]?.[instrument];
      const kept = here.filter((head) => head.version === version);
      return preferredFramework(kept.length > 0 ? kept : here) ?? [];
    }),
  );
}

/** The versions alone, by occupation, then instrument. */
export async function chooseVersions(
  ctx: TenantContext,
  question: ChoiceQuestion,
): Promise<Record<string, Record<string, string>>> {
  const versions: Record<string, Record<string, string>> = {};
  for (const { soc, instrument, version } of await chooseFrameworks(ctx, question))
    versions[soc] = { ...versions[soc], [instrument]: version };
  return versions;
}
