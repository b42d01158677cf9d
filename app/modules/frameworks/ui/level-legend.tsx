import { LEVEL_LABELS, LEVELS } from '../domain/level';

/** The five level steps as list items, with the words of both vocabularies where they differ. */
export function LevelLegend() {
  return (
    <>
      {LEVELS.map((level) => (
        <li key={level}>
          <i className="swatch" data-level={level} />
          {level} {wordsOf(level)}
        </li>
      ))}
    </>
  );
}

function wordsOf(level: (typeof LEVELS)[number]): string {
  const durable = LEVEL_LABELS.durable[level];
  const mastery = LEVEL_LABELS.mastery[level];
  return durable === mastery ? durable : `${durable} / ${mastery}`;
}
