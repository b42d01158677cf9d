/** A page as it was drawn, or its data. */
export interface DrawnPage {
  readonly body: Uint8Array;
  readonly headers: Headers;
}

/**
 * What becomes of the page of one request: whether the next request like it may be answered with the same bytes. Nobody
 * keeps it unless somebody offered to, and whatever runs for the page may refuse.
 */
export interface PageFate {
  /** Whether the page would be kept. */
  readonly isWanted: boolean;
  /** Offers to keep the page. */
  offer(keep: (page: DrawnPage) => void): void;
  /** The page is not kept: something is done each time somebody sees it. */
  refuse(): void;
  /** Hands over the page; nothing happens unless it is wanted. */
  keep(page: DrawnPage): void;
}

/** The fate of one request's page: at first nobody wants it. */
export function createPageFate(): PageFate {
  let wanted: ((page: DrawnPage) => void) | null = null;
  let isRefused = false;
  return {
    get isWanted() {
      return wanted !== null && !isRefused;
    },
    offer(keep) {
      wanted = keep;
    },
    refuse() {
      isRefused = true;
    },
    keep(page) {
      if (!isRefused) wanted?.(page);
    },
  };
}
