/** text: words. link: an address on the web. file: kept here. observation: of a drill or a review. */
export const EVIDENCE_KINDS = ['text', 'link', 'file', 'observation'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Stands at every field of words. */
export const NO_HEALTH = 'Write nothing about health.';

/** Stands at every field of a link or a file. */
export const NO_HEALTH_SHOWN = 'Nothing that tells of health.';

/** Most bytes of a file: 5 MiB. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;

/** Longest address of a link, in characters. */
export const LONGEST_LINK = 2_000;
