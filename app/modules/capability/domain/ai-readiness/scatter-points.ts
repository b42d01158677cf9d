/**
 * Points of the scatter: occupations by observed exposure and share at the AI-use target, sized by people.
 * Formula: x = 100 x exposure, y = 100 x at-target share (released: the middle of the band that is shown), z = people.
 * Unit: per cent, people. Missing: an occupation without exposure data or without a share has no point and is counted.
 * Source: product.md (AI-readiness), method.md 6.
 */
import type { LiveReadinessRow, ReleasedReadinessRow } from './readiness-view';
import { shareBand } from './share-words';

export interface ScatterPoint {
  readonly id: string;
  readonly name: string;
  readonly exposure: number;
  readonly atTarget: number;
  readonly people: number;
  /** In words, for the tooltip. */
  readonly words: string;
}

export interface Scatter {
  readonly points: readonly ScatterPoint[];
  /** Occupations and their people without exposure data. */
  readonly noData: { readonly occupations: number; readonly people: number };
  /** Occupations without a share at target. */
  readonly noShare: number;
}

interface Candidate {
  readonly id: string | null;
  readonly name: string;
  readonly people: number;
  readonly exposure: number | null;
  /** 0 to 1. */
  readonly atTarget: number | null;
  readonly words: string;
}

/** The points of live rows. */
export function liveScatter(rows: readonly LiveReadinessRow[], words: (share: number) => string): Scatter {
  return scatterOf(
    rows.map(({ id, name, sums, figures, exposure }) => ({
      ...{ id, name, people: sums.people, exposure: exposure?.exposure ?? null },
      atTarget: figures.atTargetShare,
      words: figures.atTargetShare === null ? '' : words(figures.atTargetShare),
    })),
  );
}

/** The points of released rows that are occupations. */
export function releasedScatter(
  rows: readonly ReleasedReadinessRow[],
  words: (row: ReleasedReadinessRow) => string,
): Scatter {
  const occupations = rows.filter((row) => !row.suppressed && row.exposure !== null && row.isLeaf);
  return scatterOf(
    occupations.map((row) => {
      const [low, high] = row.atTarget ? shareBand(row.atTarget) : [0, 0];
      return {
        ...{ id: row.id, name: row.name, people: row.people ?? 0, exposure: row.exposure?.exposure ?? null },
        atTarget: row.atTarget ? (low + high) / 2 : null,
        words: words(row),
      };
    }),
  );
}

function scatterOf(candidates: readonly Candidate[]): Scatter {
  const known = candidates.filter(({ exposure }) => exposure !== null);
  const unknown = candidates.filter(({ exposure }) => exposure === null);
  return {
    points: known.flatMap(({ id, name, people, exposure, atTarget, words }) =>
      id === null || exposure === null || atTarget === null
        ? []
        : [{ id, name, people, words, exposure: percent(exposure), atTarget: percent(atTarget) }],
    ),
    noData: {
      occupations: unknown.length,
      people: unknown.reduce((sum, { people }) => sum + people, 0),
    },
    noShare: known.filter(({ atTarget }) => atTarget === null).length,
  };
}

const percent = (share: number) => Math.round(share * 1_000) / 10;
