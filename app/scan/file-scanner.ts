/** clean: looked at and found good. refused: found bad, to be kept nowhere. not_scanned: nothing looks at files here. */
export type ScanOutcome = 'clean' | 'refused' | 'not_scanned';

/** Looks for viruses in files that people send. */
export interface FileScanner {
  /** Throws Unavailable when the file could not be looked at. */
  scan(bytes: Uint8Array): Promise<ScanOutcome>;
}
