import { Conflict, type FieldError } from '~/shared/errors';
import type { FrameworkKey } from '../data/framework-rows';
import type { FrameworkComparison } from '../domain/conflict';
import { DIMENSION_LABELS } from '../domain/dimension';
import type { Statement } from '../domain/document';
import { MAX_LISTED_FAULTS } from '../domain/framework-limits';
import { LEVEL_LABELS } from '../domain/level';
import { joinStatement } from '../domain/split-statement';

type Difference = Extract<FrameworkComparison, { verdict: 'conflict' }>;
/** Characters of a statement that a refusal repeats. */
const SHOWN = 80;

function quoted(statement: Statement): string {
  const text = joinStatement(statement);
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}

/**
 * The refusal of a framework whose occupation, instrument and version are stored with other statements: where they
 * differ, at most 50 places. The stored statements come first in `difference`.
 */
export function conflictOf(key: FrameworkKey, difference: Difference, file: string): Conflict {
  const { soc, instrument, version } = key;
  const levels = LEVEL_LABELS[instrument];
  const place = ({ rank, dimension, position }: Statement) => {
    const domain = dimension ? ` ${DIMENSION_LABELS[dimension]},` : '';
    return `${file}:${instrument},${domain} ${levels[rank] ?? rank}, statement ${position}`;
  };
  const { onlyFirst, onlySecond, moved } = difference;
  const errors: FieldError[] = [
    ...onlySecond.map((item) => ({ pointer: place(item), detail: `Only in this file: ${quoted(item)}` })),
    ...onlyFirst.map((item) => ({ pointer: place(item), detail: `Only in what is stored: ${quoted(item)}` })),
    ...moved.map(({ first, second }) => ({
      pointer: place(second),
      detail: `Stored at the level ${levels[first.rank] ?? first.rank}: ${quoted(second)}`,
    })),
  ];
  const reason =
    `${file} was not imported: ${soc} ${instrument} ${version} is stored with other statements ` +
    `(${onlySecond.length} only in this file, ${onlyFirst.length} only stored, ${moved.length} at another level). ` +
    'Nothing was changed.';
  return new Conflict(reason, errors.slice(0, MAX_LISTED_FAULTS));
}

/** The refusal of a file that would change captions or citations of a version that was published in the editor. */
export function publishedConflict({ soc, instrument, version }: FrameworkKey, file: string): Conflict {
  const detail = `${soc} ${instrument} ${version} is published and does not change; give this text another version.`;
  return new Conflict(`${file} was not imported: ${detail}`, [{ pointer: file, detail }]);
}
