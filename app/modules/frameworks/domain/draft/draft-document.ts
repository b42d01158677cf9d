import type { Instrument } from '../dimension';
import type { FrameworkContent, SourceNotice } from '../document';
import { LEVEL_LABELS } from '../level';
import { inSameList } from './change-draft';
import type { DraftContent } from './draft-content';

/** Kind of the source of what was written in the application. */
export const EDITOR_SOURCE = 'own_editor';

/** The framework that a draft becomes: positions by the order within level and domain. */
export function draftFramework(
  { instrument, version }: { readonly instrument: Instrument; readonly version: string },
  { details, levels, statements }: DraftContent,
): FrameworkContent {
  return {
    instrument,
    version,
    contextCovered: details.contextCovered,
    levels: levels.map(({ rank, label, caption }) => ({
      rank,
      key: (LEVEL_LABELS[instrument][rank] ?? String(rank)).toLowerCase(),
      label,
      caption,
    })),
    statements: statements.map(({ rank, dimension, label, behaviour, citations }, index) => ({
      rank,
      dimension,
      position: 1 + statements.slice(0, index).filter((one) => inSameList(one, { rank, dimension })).length,
      label,
      behaviour,
      split: label === '' ? 'unconfirmed' : 'source',
      citations,
    })),
  };
}

/** The source of a framework that was written in the application. */
export function draftSource(version: string, { details }: DraftContent): SourceNotice {
  const { source, licence, attribution, address } = details;
  return {
    kind: EDITOR_SOURCE,
    name: source,
    release: version,
    licence,
    attribution: attribution === '' ? null : attribution,
    url: address === '' ? null : address,
  };
}
