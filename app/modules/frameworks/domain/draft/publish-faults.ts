import { DIMENSION_LABELS, type Instrument } from '../dimension';
import { emptyLevels } from '../empty-levels';
import { MAX_STATEMENTS_PER_LEVEL } from '../framework-limits';
import { levelLabelFault } from '../level-label-fault';
import { normaliseStatement } from '../normalise-statement';
import { joinStatement } from '../split-statement';
import { inSameList } from './change-draft';
import type { DraftContent, DraftStatement } from './draft-content';

const SHOWN = 60;

function quoted(statement: DraftStatement): string {
  const text = Array.from(joinStatement(statement));
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN).join('')}…` : text.join(''));
}

function placeOf({ levels, statements }: DraftContent, statement: DraftStatement): string {
  const { rank, dimension } = statement;
  const position = statements.filter((one) => inSameList(one, statement)).indexOf(statement) + 1;
  const domain = dimension ? `${DIMENSION_LABELS[dimension]}, ` : '';
  return `${domain}${levels.find((one) => one.rank === rank)?.label ?? rank}, statement ${position}`;
}

function doubles(content: DraftContent): string[] {
  const first = new Map<string, DraftStatement>();
  return content.statements.flatMap((one) => {
    const key = JSON.stringify([one.rank, one.dimension, normaliseStatement(joinStatement(one))]);
    const before = first.get(key);
    if (!before) first.set(key, one);
    return before
      ? [`${quoted(one)} stands twice: ${placeOf(content, before)} and ${placeOf(content, one)}.`]
      : [];
  });
}

/**
 * Everything that keeps a draft from being published, in sentences; empty where it may be: who may use the text and
 * where it comes from, a statement at every level, none twice, labels of the levels, splits that are confirmed.
 */
export function publishFaults(instrument: Instrument, content: DraftContent): string[] {
  const { details, levels, statements } = content;
  const full = statements.filter(
    (one, index) =>
      statements.slice(0, index).filter((other) => inSameList(one, other)).length ===
      MAX_STATEMENTS_PER_LEVEL,
  );
  return [
    ...(details.source === '' ? ['The source is missing: where do these texts come from?'] : []),
    ...(details.licence === '' ? ['The licence is missing: who may use these texts?'] : []),
    ...levels.flatMap(({ rank, label }) => {
      const fault = levelLabelFault(instrument, rank, label);
      return fault ? [`Level ${rank}: ${fault}`] : [];
    }),
    ...emptyLevels({ instrument, statements }).map((place) => `${place} has no statement.`),
    ...doubles(content),
    ...full.map((one) => `${placeOf(content, one)} is more than ${MAX_STATEMENTS_PER_LEVEL}.`),
    ...statements
      .filter(({ label }) => label === '')
      .map((one) => `${placeOf(content, one)} has no label: ${quoted(one)}.`),
  ];
}
