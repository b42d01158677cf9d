import type { EvidenceResource, SourceResource } from './api-schemas';

/** A source that statements cite, with what is known of it here. */
export interface CitedSource {
  /** As statements name it: aei, or SFSSCM4#P12. */
  readonly key: string;
  /** What statements say of it, each text once. */
  readonly titles: readonly string[];
  /** How many statements of the framework cite it. */
  readonly statements: number;
  /** The statement of a national standard that it names; null for other sources. */
  readonly standard: {
    readonly id: string;
    readonly urn: string;
    readonly version: string;
    readonly title: string;
    readonly heading: string;
    readonly text: string;
  } | null;
  /** Of the sources of the page, those that are it. */
  readonly sources: readonly SourceResource[];
  /** Of the evidence pack, what is from it. */
  readonly evidence: readonly EvidenceResource[];
}
