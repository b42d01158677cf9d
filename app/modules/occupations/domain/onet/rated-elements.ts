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
  /** The source advises against showing it (formats 1.1). */
  readonly suppress?: boolean | null;
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
  /** The source says that the level is not relevant to the occupation. */
  readonly notRelevant?: true;
  /** Raters; null where the source does not say. */
  readonly n: number | null;
}

const isLeading = (scale: string): scale is 'IM' | 'WI' => scale === 'IM' || scale === 'WI';

/**
 * Elements by importance (of work styles since 30.1: by impact), equal ones in file order. A suppressed row tells
 * nothing: an element whose importance is suppressed is left out (formats 1.1).
 */
export function rankElements(rows: readonly RatingRow[]): readonly RatedElement[] {
  const levels = new Map(
    rows
      .filter(({ scaleId, suppress }) => scaleId === 'LV' && suppress !== true)
      .map((row) => [row.elementId, row]),
  );
  return rows
    .flatMap(({ elementId, elementName, scaleId, value, n, position, suppress }) => {
      if (!isLeading(scaleId) || value === null || suppress === true) return [];
      const row = levels.get(elementId);
      const notRelevant = row?.notRelevant === true;
      const level = notRelevant ? null : (row?.value ?? null);
      const marks = notRelevant ? { notRelevant } : {};
      return [
        { position, element: { name: elementName, elementId, scale: scaleId, value, level, n, ...marks } },
      ];
    })
    .sort((a, b) => b.element.value - a.element.value || a.position - b.position)
    .map(({ element }) => element);
}

/** An element of which the source advises to show no figure. */
export interface SuppressedElement {
  readonly name: string;
  readonly elementId: string;
}

/** Elements whose importance (or impact) is suppressed, in file order. */
export function suppressedElements(rows: readonly RatingRow[]): readonly SuppressedElement[] {
  return rows
    .filter(({ scaleId, suppress }) => isLeading(scaleId) && suppress === true)
    .sort((a, b) => a.position - b.position)
    .map(({ elementName, elementId }) => ({ name: elementName, elementId }));
}
