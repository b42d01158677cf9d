/** How large an organization a bench makes; what is left out is the bench's own choice. */
export interface BenchSize {
  readonly people?: number | undefined;
}
