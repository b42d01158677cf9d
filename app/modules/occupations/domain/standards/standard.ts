/** performance: what a person must be able to do; knowledge: what a person must know and understand. */
export type StandardKind = 'performance' | 'knowledge';

export interface StandardStatement {
  readonly kind: StandardKind;
  /** As printed: numbered through, across the headings. */
  readonly number: number;
  /** The heading under which it stands, from 1; 0 before the first. */
  readonly headingPosition: number;
  readonly heading: string;
  readonly text: string;
}

/** A national occupational standard as its page prints it (formats 1.7). */
export interface StandardDocument {
  readonly urn: string;
  readonly version: string;
  readonly title: string;
  readonly approvedYear: number | null;
  /** The review date as printed, and its last day (YYYY-MM-DD); null where it is not known. */
  readonly reviewText: string | null;
  readonly reviewBy: string | null;
  readonly validity: string | null;
  readonly status: string | null;
  readonly developedBy: string | null;
  readonly originatingOrganisation: string | null;
  readonly originalUrn: string | null;
  readonly suites: readonly string[];
  readonly overview: string;
  readonly activities: readonly string[];
  readonly statements: readonly StandardStatement[];
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[];
  readonly relevantOccupations: readonly string[];
  readonly socCode: string | null;
  readonly keywords: readonly string[];
  /** Sections of free text by their heading, the empty ones left out. */
  readonly sections: Readonly<Record<string, string>>;
}
