import { RATER_KIND_WORDS } from '~/modules/capability/domain/rater-kind-words';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { formatDay } from '~/shared/format-day';
import type { EvidenceState } from './evidence-state';

type RatingState = EvidenceState['ratings'][number];

/** "Leadership, level 3, manager, 21 Nov 2026". */
export function ratingLabel({
  dimension,
  level,
  raterKind,
  assessedOn,
}: Pick<RatingState, 'dimension' | 'level' | 'raterKind' | 'assessedOn'>): string {
  const kind = RATER_KIND_WORDS[raterKind].toLowerCase();
  return `${DIMENSION_LABELS[dimension]}, level ${level}, ${kind}, ${formatDay(assessedOn)}`;
}
