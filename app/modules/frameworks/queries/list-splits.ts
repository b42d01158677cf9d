import type { TenantContext } from '#db/tenancy';
import { taskWords } from '~/modules/occupations/queries/task-words';
import { NotFound } from '~/shared/errors';
import { type CitedStatement, listCitedStatements } from '../data/cited-statements';
import { listFrameworkHeads } from '../data/framework-heads';
import { type ConfirmedSplit, listConfirmedSplits } from '../data/statement-confirmations';
import type { StatementParts } from '../domain/split-statement';
import { splitAt } from '../domain/splits/apply-split';
import { guessLabel, learnSplits, type SplitKnowledge } from '../domain/splits/guess-split';
import { type FrameworkQuestion, findFrameworkHead } from './get-framework';

/** A statement whose source has lost the split. */
export interface OpenSplit {
  /** Identity of the statement. */
  readonly id: string;
  /** 1 to 4. */
  readonly rank: number;
  /** Label and behaviour run together, as the source has them. */
  readonly text: string;
  /** The likely label; empty where none is likely. */
  readonly proposed: string;
  /** What a person said; null where nobody did. */
  readonly confirmed: (StatementParts & Pick<ConfirmedSplit, 'confirmedBy' | 'confirmedAt'>) | null;
}

export interface SplitList {
  /** Title of the occupation. */
  readonly title: string;
  readonly version: string;
  /** Of the organization itself, not of the shared catalogue. */
  readonly own: boolean;
  readonly sourceId: string;
  readonly levels: readonly { readonly rank: number; readonly label: string }[];
  /** How many statements the framework has. */
  readonly of: number;
  readonly splits: readonly OpenSplit[];
}

/**
 * The statements of a framework whose source has lost the split between label and behaviour, with what a person of the
 * organization confirmed or else a proposal. Throws NotFound where there is no such framework.
 */
export async function listSplits(ctx: TenantContext, question: FrameworkQuestion): Promise<SplitList> {
  const head = await findFrameworkHead(ctx, question);
  if (!head) throw new NotFound('There is no such framework.');
  const statements = await listCitedStatements(ctx, { frameworkIds: [head.frameworkId] });
  const open = statements.filter(({ split }) => split === 'unconfirmed');
  const confirmed = await listConfirmedSplits(
    ctx,
    open.map(({ id }) => id),
  );
  const said = new Map(confirmed.map((one) => [one.statementId, one]));
  const knowledge = open.length > 0 ? await learn(ctx, head.soc, open, said) : null;
  return {
    title: head.title,
    version: head.version,
    own: head.own,
    sourceId: head.sourceId,
    levels: head.levels.map(({ rank, label }) => ({ rank, label })),
    of: statements.length,
    splits: open.map((statement) => openSplit(statement, said.get(statement.id), knowledge)),
  };
}

/** Learns from the tasks of the O*NET release and from all statements of the occupation whose split is known. */
async function learn(
  ctx: TenantContext,
  soc: string,
  open: readonly CitedStatement[],
  said: ReadonlyMap<string, ConfirmedSplit>,
): Promise<SplitKnowledge> {
  const heads = await listFrameworkHeads(ctx, { socs: [soc] });
  const all = await listCitedStatements(ctx, { frameworkIds: heads.map(({ frameworkId }) => frameworkId) });
  const mine = open.flatMap(({ id, behaviour }) => splitAt(behaviour, said.get(id)?.label ?? '') ?? []);
  const known = all.filter(({ split }) => split !== 'unconfirmed');
  return learnSplits(await taskWords(ctx), [...known, ...mine]);
}

function openSplit(
  { id, rank, behaviour: text }: CitedStatement,
  said: ConfirmedSplit | undefined,
  knowledge: SplitKnowledge | null,
): OpenSplit {
  const parts = said ? splitAt(text, said.label) : null;
  const proposed = (knowledge && guessLabel(text, knowledge)) ?? '';
  if (!said || !parts) return { id, rank, text, proposed, confirmed: null };
  const { confirmedBy, confirmedAt } = said;
  return { id, rank, text, proposed, confirmed: { ...parts, confirmedBy, confirmedAt } };
}
