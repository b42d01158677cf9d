/** An item of a list: by score from the highest to the lowest, then by code; without scores by code. */
interface Listed {
  readonly soc: string;
  readonly score?: number | undefined;
}

/** The last code of the page before; in a list by score, its score in ten-thousandths before it. */
export const OCCUPATION_CURSOR = /^(?:(\d{1,5}):)?(\d{2}-\d{4}\.\d{2})$/u;

const tenThousandths = (score: number) => Math.round(score * 10_000);

/** The cursor that stands for this item. */
function cursorOf({ soc, score }: Listed): string {
  return score === undefined ? soc : `${tenThousandths(score)}:${soc}`;
}

/** A page of a sorted list: what comes after the cursor, up to `limit` items, and the cursor of the next page. */
export function pageOf<T extends Listed>(sorted: readonly T[], cursor: string | undefined, limit: number) {
  const parts = OCCUPATION_CURSOR.exec(cursor ?? '');
  const after = parts?.[2];
  const score = parts?.[1] === undefined ? undefined : Number(parts[1]);
  const isAfter = (item: T) => {
    if (after === undefined) return true;
    const own = item.score === undefined || score === undefined ? score : tenThousandths(item.score);
    if (own !== score) return (own ?? 0) < (score ?? 0);
    return item.soc > after;
  };
  const rest = after === undefined ? sorted : sorted.filter(isAfter);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, total: sorted.length, next: rest.length > limit && last ? cursorOf(last) : null };
}
