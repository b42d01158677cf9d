import { DIMENSIONS, type Dimension, type Instrument } from '../dimension';
import type { FrameworkContent, SourceNotice, Statement } from '../document';
import { LEVEL_LABELS } from '../level';
import type { DraftContent } from './draft-content';

const RANKS = [1, 2, 3, 4];
/** The first revision of every draft. */
export const FIRST_REVISION = 1;

/** A draft without statements, its levels in the words of the instrument. */
export function emptyDraft(instrument: Instrument): DraftContent {
  const changedIn = FIRST_REVISION;
  return {
    details: { contextCovered: '', source: '', licence: '', attribution: '', address: '', changedIn },
    levels: RANKS.map((rank) => ({
      rank,
      label: LEVEL_LABELS[instrument][rank] ?? '',
      caption: null,
      changedIn,
    })),
    statements: [],
    removed: [],
    next: 1,
  };
}

const order = (dimension: Dimension | null) => (dimension === null ? -1 : DIMENSIONS.indexOf(dimension));
const byPlace = (a: Statement, b: Statement) =>
  a.rank - b.rank || order(a.dimension) - order(b.dimension) || a.position - b.position;

/** A draft with everything that a framework says, and what is known of its source. */
export function copyDraft(
  content: FrameworkContent,
  source: Pick<SourceNotice, 'name' | 'licence' | 'attribution' | 'url'>,
): DraftContent {
  const changedIn = FIRST_REVISION;
  const empty = emptyDraft(content.instrument);
  return {
    ...empty,
    details: {
      contextCovered: content.contextCovered,
      source: source.name,
      licence: source.licence ?? '',
      attribution: source.attribution ?? '',
      address: source.url ?? '',
      changedIn,
    },
    levels: empty.levels.map((level) => {
      const given = content.levels.find(({ rank }) => rank === level.rank);
      return given ? { ...level, label: given.label, caption: given.caption } : level;
    }),
    statements: [...content.statements].sort(byPlace).map((statement, index) => ({
      id: `s${index + 1}`,
      rank: statement.rank,
      dimension: statement.dimension,
      label: statement.label,
      behaviour: statement.behaviour,
      citations: statement.citations.map(({ source: key, title }) => ({ source: key, title })),
      changedIn,
    })),
    next: content.statements.length + 1,
  };
}
