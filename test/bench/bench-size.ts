/** How large an organization a bench makes; what is left out is the bench's own choice. */
export interface BenchSize {
  readonly people?: number | undefined;
}

/** Milliseconds that a bench's transaction may take: growing 100,000 people beside other work is no fault of theirs. */
export const BENCH_LIMIT_MS = 7_200_000;
