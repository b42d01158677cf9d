/**
 * Tiles of the overview for suppressed viewers: each from a released figure, in words as coarse as it was released, with
 * a sentence and a "why" that hold released figures alone: no name, no count of people below k. Every number of a
 * sentence stands in `numbers` too. Missing: value null, without a reason. Source: method.md 9.6, 9.7, 12.
 */
import { formatDay } from '~/shared/format-day';
import { shareInWords } from '../ai-readiness/share-words';
import type { MethodConstants } from '../constants';
import { MINUS } from '../round-shown';
import type { ReleaseCut } from '../suppression/release-cut';
import {
  type FrozenRequirement,
  releasedCoverage,
  releasedTrust,
  releasedVelocity,
} from '../suppression/released-overview';
import type { Why } from '../why-cell';
import type { TileKey } from './tile';

export interface ReleasedTileView {
  readonly key: Extract<TileKey, 'coverage' | 'velocity' | 'trust'>;
  readonly value: string | null;
  readonly driver: string;
  /** The numbers of the sentence, in its order. */
  readonly numbers: readonly number[];
  readonly why: Why | null;
  /** Day of the oldest block in the figure. */
  readonly oldestOn: string | null;
}

interface Released {
  readonly cut: ReleaseCut;
  readonly requirements: readonly FrozenRequirement[];
  /** Of the release. */
  readonly constants: MethodConstants;
  readonly version: string;
}

/** The tiles beside AI-readiness, in their order. */
export function releasedTiles(released: Released): ReleasedTileView[] {
  return [coverageTile(released), velocityTile(released), trustTile(released)];
}

const NOT_SHOWN = {
  value: null,
  driver: 'Too little was released to show it without telling of single people.',
  numbers: [],
  why: null,
  oldestOn: null,
} as const;

/** Every figure that stands is from before this was released: said, since the next releases mend it by themselves. */
function notShown({ cut }: Released): typeof NOT_SHOWN | typeof NOT_YET {
  const blocks = cut.dimensions.flatMap((dimension) => dimension.blocks);
  return blocks.length > 0 && blocks.every(({ sums }) => sums.overview === undefined) ? NOT_YET : NOT_SHOWN;
}

const NOT_YET = {
  ...NOT_SHOWN,
  driver:
    'The figures that stand are from before this one was released. It follows with the next release, of each group in which nobody changed since, or enough people did.',
} as const;

function coverageTile(released: Released): ReleasedTileView {
  const figure = releasedCoverage(released);
  if (!figure) return { key: 'coverage', ...notShown(released) };
  const { told, asked } = figure;
  return {
    key: 'coverage',
    value: shareInWords(figure.share),
    driver: `Of the ${told} of ${asked} requirements that can be told of, the share that two people or more hold.`,
    numbers: [told, asked],
    oldestOn: figure.oldestOn,
    why: {
      formula:
        'Requirements held by two people or more / requirements on teams of which figures are shown, of twice the smallest group or more. Of teams within each other the smaller one counts.',
      inputs: [
        { label: 'Requirements that can be told of', value: String(told) },
        { label: 'Share, in thirds', value: shareInWords(figure.share) },
      ],
      excluded: [{ reason: 'requirements that are not told of', count: asked - told }].filter(
        ({ count }) => count > 0,
      ),
      versions: versionsOf(released),
    },
  };
}

function velocityTile(released: Released): ReleasedTileView {
  const figure = releasedVelocity(released.cut);
  if (!figure) return { key: 'velocity', ...NOT_SHOWN };
  const value = `about ${String(figure.value).replace('-', MINUS)}`;
  return {
    key: 'velocity',
    value,
    driver: `Net change among ${figure.people} people rated again by the same kind of rater in the quarter up to ${formatDay(figure.day)}.`,
    numbers: [figure.people],
    oldestOn: figure.day,
    why: {
      formula:
        'Levels gained less levels lost between two ratings of the same kind, the later one of the quarter, a hundred people with such a pair; the mean to one decimal of a level.',
      inputs: [
        { label: 'People with a pair', value: String(figure.people) },
        { label: 'Velocity', value },
      ],
      excluded: [],
      versions: versionsOf(released),
    },
  };
}

function trustTile(released: Released): ReleasedTileView {
  const figure = releasedTrust(released.cut, released.constants);
  if (!figure) return { key: 'trust', ...notShown(released) };
  const value = shareInWords(figure.share);
  return {
    key: 'trust',
    value,
    driver: 'Share of the strength of evidence that there could be, where a target is written or default.',
    numbers: [],
    oldestOn: figure.oldestOn,
    why: {
      formula:
        'Sum of evidence strength, 0 where not assessed / pairs of a person and a dimension with a target, over released groups, each as of its own day.',
      inputs: [{ label: 'Data trust', value }],
      excluded: [],
      versions: versionsOf(released),
    },
  };
}

/** "Why" of the released AI-readiness of everybody: attainment of method.md 6, as coarse as it is told; null where it is not. */
export function readinessWhy(
  released: Pick<Released, 'cut' | 'version'>,
  { value, people }: { readonly value: string | null; readonly people: number | null },
): Why | null {
  if (value === null) return null;
  return {
    formula:
      'Mean attainment in AI use over assessed people with a target, of released groups, each as of its own day; attainment = level / target, at most 1. Told in thirds, to ten points where four times the smallest group or more are counted.',
    inputs: [
      ...(people === null ? [] : [{ label: 'People of these groups', value: String(people) }]),
      { label: 'AI-readiness', value },
    ],
    excluded: [],
    versions: versionsOf(released),
  };
}

function versionsOf({ version, cut }: Pick<Released, 'cut' | 'version'>): string {
  return `Formula version ${version} · release of ${cut.day} · smallest group ${cut.k}`;
}
