import type { TenantContext } from '#db/tenancy';
import { listFrameworkHeads } from '../data/framework-heads';
import { type Dimension, instrumentOf } from '../domain/dimension';
import type { Citation } from '../domain/document';
import { listShownStatements } from './list-shown-statements';
import { preferredFramework } from './prefer-framework';

export interface LevelStatements {
  /** Title of the occupation. */
  readonly occupation: string;
  readonly soc: string;
  readonly levels: readonly {
    readonly rank: number;
    readonly label: string;
    readonly statements: readonly {
      readonly label: string;
      readonly behaviour: string;
      readonly citations: readonly Citation[];
    }[];
  }[];
}

export interface LevelQuestion {
  /** O*NET-SOC codes; the answer keeps their order. */
  readonly socs: readonly string[];
  readonly dimension: Dimension;
  /** 1 to 4; level 0 has no statements. */
  readonly ranks: readonly number[];
}

/**
 * What each occupation's own framework says of one dimension at these levels, in two statements of SQL. Occupations
 * without a framework for the dimension are left out, and so are levels without a statement.
 */
export async function listLevelStatements(
  ctx: TenantContext,
  { socs, dimension, ranks }: LevelQuestion,
): Promise<LevelStatements[]> {
  const instrument = instrumentOf(dimension);
  const heads = await listFrameworkHeads(ctx, { socs, instrument });
  const chosen = socs.flatMap((soc) => preferredFramework(heads.filter((head) => head.soc === soc)) ?? []);
  const statements = await listShownStatements(ctx, {
    frameworkIds: chosen.map(({ frameworkId }) => frameworkId),
    ranks,
    ...(instrument === 'durable' ? { dimension } : {}),
  });
  return chosen.map(({ frameworkId, soc, title, levels }) => ({
    occupation: title,
    soc,
    levels: levels.flatMap(({ rank, label }) => {
      const here = statements.filter((item) => item.frameworkId === frameworkId && item.rank === rank);
      if (here.length === 0) return [];
      return [
        {
          rank,
          label,
          statements: here.map(({ label: name, behaviour, citations }) => ({
            label: name,
            behaviour,
            citations,
          })),
        },
      ];
    }),
  }));
}
