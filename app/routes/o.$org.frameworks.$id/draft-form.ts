import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import type { DraftChange, StatementWords } from '~/modules/frameworks/domain/draft/draft-change';
import { InvalidInput } from '~/shared/errors';

/** What the sender of a form of the draft's page wants. */
export interface DraftForm {
  /** The revision that the page showed. */
  readonly revision: number;
  readonly intent:
    | { readonly kind: 'publish' }
    | { readonly kind: 'discard' }
    | { readonly kind: 'change'; readonly change: DraftChange };
  /** The fields as they were typed, to be shown again. */
  readonly values: Readonly<Record<string, string>>;
}

/** Most citations of one statement that a form can carry. */
const MOST_CITATIONS = 50;

function refuse(): never {
  throw new InvalidInput('The form does not say what to do. Open the page again.');
}

/** One line: line breaks and repeated spaces become one space. */
const line = (text: string | undefined) => (text ?? '').replace(/\s+/gu, ' ').trim();

function readWords(values: DraftForm['values']): StatementWords {
  const citations = Array.from({ length: MOST_CITATIONS }, (_, index) => ({
    source: line(values[`source-${index}`]),
    title: line(values[`title-${index}`]),
  })).filter(({ source, title }) => source !== '' || title !== '');
  const named = values['dimension'] ?? '';
  const dimension: Dimension | null = isDimension(named) ? named : null;
  return {
    rank: Number(values['rank']),
    dimension,
    label: line(values['label']),
    behaviour: line(values['behaviour']),
    citations,
  };
}

function readChange(kind: string, subject: string, values: DraftForm['values']): DraftChange {
  switch (kind) {
    case 'details':
      return {
        kind,
        version: line(values['version']),
        contextCovered: line(values['contextCovered']),
        source: line(values['source']),
        licence: line(values['licence']),
        attribution: line(values['attribution']),
        address: line(values['address']),
      };
    case 'level':
      return { kind, rank: Number(subject), label: line(values['label']), caption: line(values['caption']) };
    case 'add':
      return { kind, ...readWords(values) };
    case 'save':
      return { kind, id: subject, ...readWords(values) };
    case 'delete':
    case 'up':
    case 'down':
      return { kind, id: subject };
    default:
      return refuse();
  }
}

/** Reads a form of the draft's page: what to do stands in `do`. Throws InvalidInput. */
export function readDraftForm(form: FormData): DraftForm {
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const values: Record<string, string> = Object.fromEntries(fields);
  const [, kind = '', subject = ''] =
    /^(details|level|add|save|delete|up|down|publish|discard)(?::(s\d{1,9}|[1-4]))?$/u.exec(
      values['do'] ?? '',
    ) ?? refuse();
  const revision = /^\d{1,9}$/u.test(values['revision'] ?? '') ? Number(values['revision']) : refuse();
  if (kind === 'publish' || kind === 'discard') return { revision, intent: { kind }, values };
  return { revision, intent: { kind: 'change', change: readChange(kind, subject, values) }, values };
}
