import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '../domain/dimension';
import { type ChoiceQuestion, chooseFrameworks } from './choose-frameworks';
import { listShownStatements } from './list-shown-statements';

/** One statement that a rater can tick. */
export interface RatedStatement {
  /** Identity, the same in every version that has it. */
  readonly id: string;
  readonly dimension: Dimension;
  /** 1 to 4. */
  readonly level: number;
  readonly label: string;
  readonly behaviour: string;
}

/** All statements of an occupation's frameworks for these instruments, by dimension, level and position. */
export async function listRatedStatements(
  ctx: TenantContext,
  { soc, ...question }: Omit<ChoiceQuestion, 'socs'> & { readonly soc: string },
): Promise<RatedStatement[]> {
  const chosen = await chooseFrameworks(ctx, { socs: [soc], ...question });
  const instruments = new Map(chosen.map(({ frameworkId, instrument }) => [frameworkId, instrument]));
  const statements = await listShownStatements(ctx, { frameworkIds: [...instruments.keys()] });
  return statements.flatMap(({ frameworkId, id, dimension, rank, label, behaviour }) => {
    const instrument = instruments.get(frameworkId);
    const of = dimension ?? (instrument === 'durable' ? undefined : instrument);
    return of ? [{ id, dimension: of, level: rank, label, behaviour }] : [];
  });
}
