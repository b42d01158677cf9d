/** What an import says about an occupation itself; null where the source does not say. */
export interface OccupationFacts {
  /** O*NET-SOC code. */
  readonly soc: string;
  readonly title: string;
  readonly group: string | null;
  readonly sector: string | null;
  /** 1 to 5. */
  readonly jobZone: number | null;
  readonly jobZoneInferred: boolean;
}

export type StoredFacts = Omit<OccupationFacts, 'soc'>;

/**
 * What is kept of an occupation that two sources describe: what the newer one does not say stays, and a job zone
 * that was read is not replaced by one that was inferred.
 */
export function mergeFacts(stored: StoredFacts, incoming: StoredFacts): StoredFacts {
  const keepZone =
    incoming.jobZone === null ||
    (stored.jobZone !== null && !stored.jobZoneInferred && incoming.jobZoneInferred);
  const zone = keepZone ? stored : incoming;
  return {
    title: incoming.title,
    group: incoming.group ?? stored.group,
    sector: incoming.sector ?? stored.sector,
    jobZone: zone.jobZone,
    jobZoneInferred: zone.jobZoneInferred,
  };
}

/** What is kept of an occupation that a loaded release of O*NET describes: its title and job zone are the release's. */
export function mergeBesideRelease(stored: StoredFacts, incoming: StoredFacts): StoredFacts {
  const released = stored.jobZone !== null && !stored.jobZoneInferred ? stored : incoming;
  const { jobZone, jobZoneInferred } = released;
  return mergeFacts(stored, { ...incoming, title: stored.title, jobZone, jobZoneInferred });
}

/** One measure of an evidence pack. */
export interface Measure {
  /** Key of the source, such as aei. */
  readonly source: string;
  readonly release: string;
  readonly measure: string;
  /** A figure, or words. */
  readonly value: number | string;
  readonly unit: string | null;
  readonly n: number | null;
  readonly precision: string | null;
}

/** One thing in the source data of an occupation that its statements rest on: a skill, a task, a code. */
export interface AnchorText {
  readonly kind: string;
  /** From 1 within its kind. */
  readonly position: number;
  readonly text: string;
}

/** Where rows come from, as pages show it. */
export interface SourceFile {
  readonly kind: string;
  readonly name: string;
  readonly release: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly url: string | null;
  /** Name without folders. */
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
}
