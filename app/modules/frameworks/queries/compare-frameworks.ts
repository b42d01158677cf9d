import type { TenantContext } from '#db/tenancy';
import { isOnetSoc } from '~/modules/occupations/domain/soc-code';
import { NotFound } from '~/shared/errors';
import { type FrameworkHead, listFrameworkHeads } from '../data/framework-heads';
import { type Confirmation, listRewordings } from '../data/statement-confirmations';
import type { Instrument } from '../domain/dimension';
import { joinStatement } from '../domain/split-statement';
import { compareStatements, type VersionDifference } from '../domain/versions/compare-statements';
import { compareVersions } from './compare-versions';
import { listShownStatements, type ShownStatement } from './list-shown-statements';
import { preferredFramework } from './prefer-framework';

export interface ComparisonQuestion {
  /** O*NET-SOC code. */
  readonly soc: string;
  readonly instrument: Instrument;
  /** Not given: the version before `to`. */
  readonly from?: string | undefined;
  /** Not given: the newest version. */
  readonly to?: string | undefined;
}

/** A statement as it is shown beside another. */
export type Compared = ReturnType<typeof toCompared>;

export interface FrameworkComparison {
  /** Title of the occupation. */
  readonly title: string;
  /** All versions, the newest first. */
  readonly versions: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly difference: VersionDifference<Compared>;
  /** What was confirmed, by rewordingKey. */
  readonly confirmed: ReadonlyMap<string, Confirmation>;
}

/** Names a pair of identities, whichever comes first. */
export const rewordingKey = (first: string, second: string) =>
  first < second ? `${first} ${second}` : `${second} ${first}`;

/** The statement with what it is compared by. */
function toCompared({ id, rank, dimension, position, label, behaviour }: ShownStatement) {
  return { id, rank, dimension, position, label, behaviour, text: joinStatement({ label, behaviour }) };
}

/** Versions of an occupation's framework, the newest first; of a version that is shared and own the own one. */
export async function listComparable(
  ctx: TenantContext,
  { soc, instrument }: Pick<ComparisonQuestion, 'soc' | 'instrument'>,
): Promise<FrameworkHead[]> {
  const heads = isOnetSoc(soc) ? await listFrameworkHeads(ctx, { socs: [soc], instrument }) : [];
  const byVersion = Map.groupBy(heads, ({ version }) => version);
  return [...byVersion.values()]
    .flatMap((versions) => preferredFramework(versions) ?? [])
    .sort((a, b) => compareVersions(b.version, a.version));
}

/**
 * Two versions of a framework side by side.
 * @throws NotFound where a version is not there, or where there is no other one to compare with.
 */
export async function compareFrameworks(
  ctx: TenantContext,
  question: ComparisonQuestion,
): Promise<FrameworkComparison> {
  const heads = await listComparable(ctx, question);
  const [to, from] = chosen(heads, question);
  const statements = (
    await listShownStatements(ctx, { frameworkIds: [from.frameworkId, to.frameworkId] })
  ).map((statement) => ({ ...toCompared(statement), frameworkId: statement.frameworkId }));
  const of = ({ frameworkId }: FrameworkHead) =>
    statements
      .filter((statement) => statement.frameworkId === frameworkId)
      .map(({ frameworkId: _, ...statement }) => statement);
  const rewordings = await listRewordings(
    ctx,
    statements.map(({ id }) => id),
  );
  return {
    title: to.title,
    versions: heads.map(({ version }) => version),
    from: from.version,
    to: to.version,
    difference: compareStatements(of(from), of(to), rewordings),
    confirmed: new Map(
      rewordings.map(({ first, second, ...confirmation }) => [rewordingKey(first, second), confirmation]),
    ),
  };
}

function chosen(
  heads: readonly FrameworkHead[],
  { from, to }: ComparisonQuestion,
): [to: FrameworkHead, from: FrameworkHead] {
  const found = (version: string) => heads.find((head) => head.version === version);
  const second = to === undefined ? heads.find(({ version }) => version !== from) : found(to);
  const older = second ? heads.slice(heads.indexOf(second) + 1) : [];
  const first = from === undefined ? (older[0] ?? heads.find((head) => head !== second)) : found(from);
  if (!first || !second) throw new NotFound('There are no such two versions of this framework.');
  return [second, first];
}
