/**
 * "Why this level" of one person: the formula in words with its inputs, and which ratings do not compete and how many.
 * Source: method.md, General rules and 1.
 */
import { type DayText, dayNumber } from '~/shared/calendar-day';
import { halfLifeDays, type MethodConstants } from './constants';
import { evidenceStrength } from './evidence-strength';
import type { HistoryEntry, Standing } from './rating-history';
import type { Why } from './why-cell';

interface On {
  readonly asOf: DayText;
  readonly constants: MethodConstants;
  readonly formulaVersion: string;
  /** How the kind of rater is said. */
  readonly kindWords: Readonly<Record<HistoryEntry['raterKind'], string>>;
}

const LEFT_OUT: Readonly<Partial<Record<Standing, string>>> = {
  replaced: 'replaced by a newer version',
  withdrawn: 'withdrawn',
  unsure: 'unsure (?)',
  'too-few-peers': 'from fewer peers than make a rating',
  'other-occupation': 'made under another occupation',
};

const FORMULA =
  'The current level is the submitted rating with the largest trust × 0.5^(age / half-life): the one whose adjusted day, the day of the rating + half-life × log2(trust), is the latest. Drafts never count.';

/** Null where nobody is assessed. */
export function whyLevel(entries: readonly HistoryEntry[], on: On): Why | null {
  const [current] = entries;
  if (current?.standing !== 'current' || current.strengthTrust === null || current.trust === null)
    return null;
  const { constants, asOf, formulaVersion } = on;
  const competing = entries.filter(({ standing }) => standing === 'current' || standing === 'earlier');
  const next = competing[1];
  const age = dayNumber(asOf) - dayNumber(current.assessedOn);
  const strength = evidenceStrength(
    { assessedOn: current.assessedOn, strengthTrust: current.strengthTrust },
    asOf,
    constants,
  );
  const trustWith = (current.strengthTrust / 1000).toFixed(2);
  return {
    formula: FORMULA,
    inputs: [
      { label: 'Rated by', value: on.kindWords[current.raterKind] },
      { label: 'Trust', value: (current.trust / 1000).toFixed(2) },
      { label: 'Half-life', value: `${constants.halfLifeMonths} months` },
      { label: 'Day, and adjusted day', value: `${current.assessedOn}, ${current.adjustedOn}` },
      ...(next ? [{ label: 'Next by adjusted day', value: nextInWords(next, on) }] : []),
      { label: 'Ratings that compete', value: String(competing.length) },
      {
        label: 'Strength of evidence',
        value: `${trustWith} × 0.5^(${age} / ${halfLifeDays(constants)}) = ${strength.toFixed(2)}`,
      },
    ],
    excluded: Object.entries(LEFT_OUT).flatMap(([standing, reason]) => {
      const count = entries
        .filter((entry) => entry.standing === standing)
        .reduce((sum, entry) => sum + Math.max(1, entry.peers), 0);
      return count > 0 ? [{ reason, count }] : [];
    }),
    versions: `Formula version ${formulaVersion} · framework version ${current.frameworkVersion ?? 'not recorded'}`,
  };
}

function nextInWords({ level, raterKind, adjustedOn }: HistoryEntry, { kindWords }: On): string {
  return `level ${level}, ${kindWords[raterKind].toLowerCase()}, ${adjustedOn}`;
}
