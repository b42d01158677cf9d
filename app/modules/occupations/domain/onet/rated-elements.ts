/** One rating of an element (a skill, a work style) for an occupation. */
export interface RatingRow {
  /** Place in its file. */
  readonly position: number;
  readonly elementId: string;
  readonly elementName: string;
  /** IM importance 1 to 5, LV level 0 to 7, WI impact of a work style -3 to 3, DR its distinctiveness 0 to 10. */
  readonly scaleId: string;
  readonly value: number | null;
  readonly n: number | null;
  readonly notRelevant: boolean | null;
}

/** An element with what is known of it for one occupation. */
export interface RatedElement {
  readonly name: string;
  readonly elementId: string;
  /** IM: importance, 1 to 5. WI: impact on performance, -3 to 3. */
  readonly scale: 'IM' | 'WI';
  readonly value: number;
  /** 0 to 7; null where there is none, or where the level is not relevant to the occupation. */
  readonly level: number | null;
  /** Raters; null where the source does not say. */
  readonly n: number | null;
}

const isLeading = (scale: string): scale is 'IM' | 'WI' => scale === 'IM' || scale === 'WI';

/**
 * Elements by importance (of work styles since 30.1: by impact), equal ones in file order. Rows to be suppressed are
 * not among those given, so an element whose importance is suppressed is not told (formats 1.1).
 */
export function rankElements(rows: readonly RatingRow[]): readonly RatedElement[] {
  const levels = new Map(
    rows
      .filter(({ scaleId, notRelevant }) => scaleId === 'LV' && notRelevant !== true)
      .map(({ elementId, value }) => [elementId, value]),
  );
  return rows
    .flatMap(({ elementId, elementName, scaleId, value, n, position }) => {
      if (!isLeading(scaleId) || value === null) return [];
      const level = levels.get(elementId) ?? null;
      return [{ position, element: { name: elementName, elementId, scale: scaleId, value, level, n } }];
    })
    .sort((a, b) => b.element.value - a.element.value || a.position - b.position)
    .map(({ element }) => element);
}
