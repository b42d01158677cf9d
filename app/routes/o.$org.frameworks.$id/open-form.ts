import { type Dimension, DURABLE_DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { DraftPageView } from '~/modules/frameworks/queries/get-draft-page';
import type { OpenForm } from '~/modules/frameworks/ui/editor/draft-levels';
import type { DraftAnswer } from './draft-answer';

type Query = Readonly<Record<string, string>>;
type Draft = Pick<DraftPageView, 'instrument' | 'content'>;

/** The domain that the page shows; null but for durable skills. */
export function shownDomain({ instrument, content }: Draft, query: Query): Dimension | null {
  if (instrument !== 'durable') return null;
  const edited = content.statements.find(({ id }) => id === query['edit'])?.dimension;
  const named = DURABLE_DIMENSIONS.find((one) => one === query['domain']);
  return edited ?? named ?? DURABLE_DIMENSIONS[0] ?? null;
}

/**
 * The form that is open by the address. What was typed and not saved is in it; a statement that somebody else took out
 * meanwhile opens as a new one with the words.
 */
export function openForm({ content }: Draft, query: Query, answer: DraftAnswer | null): OpenForm {
  const kept = answer && !/^(details|up|down|publish|discard)/u.test(answer.doing) ? answer : null;
  const values = kept?.values ?? null;
  const shared = {
    values,
    conflict: kept?.conflict ?? false,
    faultOf: (field: string) => kept?.errors.find(({ pointer }) => pointer === field)?.detail,
  };
  const edited = query['edit'];
  if (edited !== undefined && content.statements.some(({ id }) => id === edited))
    return { kind: 'edit', id: edited, rank: 0, ...shared };
  if (edited !== undefined && values) return { kind: 'add', id: '', rank: Number(values['rank']), ...shared };
  if (query['add'] !== undefined) return { kind: 'add', id: '', rank: Number(query['add']), ...shared };
  if (query['level'] !== undefined) return { kind: 'level', id: '', rank: Number(query['level']), ...shared };
  return { kind: 'none', id: '', rank: 0, ...shared };
}
