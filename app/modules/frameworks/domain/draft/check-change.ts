import { DURABLE_DIMENSIONS, type Instrument } from '../dimension';
import {
  MAX_CONTEXT_CHARS,
  MAX_NAME_CHARS,
  MAX_STATEMENT_CHARS,
  MAX_STATEMENTS_PER_LEVEL,
} from '../framework-limits';
import { levelLabelFault } from '../level-label-fault';
import { normaliseStatement } from '../normalise-statement';
import { joinStatement, STATEMENT_SEPARATOR } from '../split-statement';
import { textFault } from '../text-fault';
import { inSameList } from './change-draft';
import type { DetailWords, DraftChange, StatementWords } from './draft-change';
import type { DraftContent } from './draft-content';

/** A fault of one field of a form. */
export interface FieldFault {
  readonly field: string;
  readonly detail: string;
}

const WEB_ADDRESS = /^https?:\/\/[^\s"'<>]+$/iu;

function optional(field: string, text: string, maxChars: number): FieldFault[] {
  const detail = text === '' ? null : textFault(text, maxChars);
  return detail ? [{ field, detail }] : [];
}

function required(field: string, text: string, maxChars: number): FieldFault[] {
  const detail = textFault(text, maxChars);
  return detail ? [{ field, detail }] : [];
}

function detailFaults(change: DetailWords): FieldFault[] {
  const { version, contextCovered, source, licence, attribution, address } = change;
  const faults = [
    ...required('version', version, MAX_NAME_CHARS),
    ...optional('contextCovered', contextCovered, MAX_CONTEXT_CHARS),
    ...optional('source', source, MAX_NAME_CHARS),
    ...optional('licence', licence, MAX_NAME_CHARS),
    ...optional('attribution', attribution, MAX_CONTEXT_CHARS),
    ...optional('address', address, MAX_NAME_CHARS),
  ];
  if (address !== '' && !WEB_ADDRESS.test(address))
    faults.push({ field: 'address', detail: 'An address that begins with http:// or https:// is expected.' });
  return faults;
}

function wordFaults({ label, behaviour, citations }: StatementWords): FieldFault[] {
  const faults = [
    ...required('label', label, MAX_STATEMENT_CHARS),
    ...required('behaviour', behaviour, MAX_STATEMENT_CHARS),
  ];
  for (const [field, text] of [
    ['label', label],
    ['behaviour', behaviour],
  ] as const) {
    if (text.includes(STATEMENT_SEPARATOR))
      faults.push({
        field,
        detail: 'A dash between spaces ( — ) stands between label and behaviour, not in them.',
      });
  }
  const whole = joinStatement({ label, behaviour }).length;
  if (faults.length === 0 && whole > MAX_STATEMENT_CHARS)
    faults.push({
      field: 'behaviour',
      detail: `Label and behaviour have ${whole} characters; at most ${MAX_STATEMENT_CHARS} are kept.`,
    });
  for (const [index, { source, title }] of citations.entries()) {
    faults.push(...required(`source-${index}`, source, MAX_NAME_CHARS));
    faults.push(...required(`title-${index}`, title, MAX_NAME_CHARS));
  }
  return faults;
}

/** The statement must fit its place: a domain for durable skills only, room in its list, and no double there. */
function placeFaults(
  words: StatementWords,
  {
    id,
    instrument,
    content,
  }: { readonly id: string; readonly instrument: Instrument; readonly content: DraftContent },
): FieldFault[] {
  const faults: FieldFault[] = [];
  const isDomain = DURABLE_DIMENSIONS.some((one) => one === words.dimension);
  if ((instrument === 'durable') !== isDomain)
    faults.push({ field: 'dimension', detail: 'One of the ten domains is expected.' });
  if (!Number.isInteger(words.rank) || words.rank < 1 || words.rank > 4)
    faults.push({ field: 'rank', detail: 'A level from 1 to 4 is expected.' });
  const others = content.statements.filter((one) => one.id !== id && inSameList(one, words));
  if (others.length >= MAX_STATEMENTS_PER_LEVEL)
    faults.push({ field: 'rank', detail: `The level has ${MAX_STATEMENTS_PER_LEVEL} statements already.` });
  const normalised = normaliseStatement(joinStatement(words));
  if (others.some((one) => normaliseStatement(joinStatement(one)) === normalised))
    faults.push({ field: 'behaviour', detail: 'The same statement stands at this level already.' });
  return faults;
}

/** What is wrong with a change of a draft, by field of its form; empty where nothing is. */
export function changeFaults(
  change: DraftChange,
  { instrument, content }: { readonly instrument: Instrument; readonly content: DraftContent },
): FieldFault[] {
  switch (change.kind) {
    case 'details':
      return detailFaults(change);
    case 'level': {
      const detail = levelLabelFault(instrument, change.rank, change.label);
      return [
        ...(detail ? [{ field: 'label', detail }] : []),
        ...optional('caption', change.caption, MAX_NAME_CHARS),
      ];
    }
    case 'add':
    case 'save': {
      const id = change.kind === 'save' ? change.id : '';
      return [...wordFaults(change), ...placeFaults(change, { id, instrument, content })];
    }
    default:
      return [];
  }
}
