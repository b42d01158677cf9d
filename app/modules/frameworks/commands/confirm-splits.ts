import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { InvalidInput } from '~/shared/errors';
import { deleteConfirmedSplits, upsertConfirmedSplits } from '../data/statement-confirmations';
import { splitAt } from '../domain/splits/apply-split';
import type { FrameworkQuestion } from '../queries/get-framework';
import { listSplits } from '../queries/list-splits';

export interface SplitAnswer {
  /** Identity of the statement. */
  readonly id: string;
  /** The beginning of the statement's text. */
  readonly label: string;
}

/**
 * Says where statements of a framework part, for this organization: the framework itself stays as its source has it.
 * All of it or nothing is kept; resolves to how many statements were said something new of.
 * @throws InvalidInput that points at the statements whose text does not begin with the label. NotFound.
 */
export async function confirmSplits(
  ctx: TenantContext,
  question: FrameworkQuestion,
  answers: readonly SplitAnswer[],
): Promise<number> {
  const { splits } = await listSplits(ctx, question);
  const byId = new Map(splits.map((split) => [split.id, split]));
  const errors = answers.flatMap(({ id, label }) => {
    const text = byId.get(id)?.text;
    if (text === undefined)
      return [{ pointer: id, detail: 'The split of this statement is not open any more.' }];
    return splitAt(text, label) ? [] : [{ pointer: id, detail: faultOf(label) }];
  });
  if (errors.length > 0) throw new InvalidInput('Nothing was confirmed.', errors);
  const news = answers
    .map(({ id, label }) => ({ statementId: id, label: label.trim() }))
    .filter(({ statementId, label }) => byId.get(statementId)?.confirmed?.label !== label);
  await upsertConfirmedSplits(ctx, news);
  if (news.length > 0) audit(ctx, question, { what: 'split', statements: news.length });
  return news.length;
}

function faultOf(label: string): string {
  return label.trim() === ''
    ? 'The label is missing.'
    : 'The label is the beginning of the statement, letter by letter, and leaves something for the behaviour.';
}

/** Takes back what was said of a statement's split; where nothing was said, nothing changes. */
export async function undoSplit(ctx: TenantContext, question: FrameworkQuestion, id: string): Promise<void> {
  const { splits } = await listSplits(ctx, question);
  if (!splits.some((split) => split.id === id)) return;
  const statements = await deleteConfirmedSplits(ctx, [id]);
  if (statements > 0) audit(ctx, question, { what: 'split_undone', statements });
}

function audit(
  ctx: TenantContext,
  { soc, instrument }: FrameworkQuestion,
  done: { readonly what: 'split' | 'split_undone'; readonly statements: number },
): void {
  recordAudit(ctx, {
    action: 'framework.confirm',
    subject: { kind: 'occupation', id: soc },
    details: { instrument, ...done },
  });
}
