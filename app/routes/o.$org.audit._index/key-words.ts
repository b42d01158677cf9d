import { CONTEST_ANSWER_WORDS } from '~/modules/assessments/domain/contest';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import { fieldWords } from '~/modules/people/domain/imports/field-words';

type Words = Readonly<Record<string, string>>;

/** Fields of positions, requirements and cycles whose names say too little, and dimensions of a position's own profile. */
const FIELDS: Words = {
  ...DIMENSION_LABELS,
  closesOn: 'last day',
  groups: 'groups',
  incumbentId: 'who holds it',
  siteId: 'site',
  soc: 'occupation',
  teamId: 'team',
};

/** Words of other modules than the log's own, by the name of the detail. */
const WORDS: Readonly<Record<string, Words>> = {
  dimension: DIMENSION_LABELS,
  dimensions: DIMENSION_LABELS,
  instrument: INSTRUMENT_LABELS,
  fields: FIELDS,
};

/** What a key of an entry says where another module has the words; null where none has. */
export function keyInWords(action: string, name: string, value: string): string | null {
  const words = action === 'contest.answer' && name === 'state' ? CONTEST_ANSWER_WORDS : WORDS[name];
  if (words && Object.hasOwn(words, value)) return (words as Words)[value] ?? null;
  if (name !== 'fields' || !action.startsWith('employee.')) return null;
  const said = fieldWords(value);
  return said === value ? null : said.charAt(0).toLowerCase() + said.slice(1);
}
