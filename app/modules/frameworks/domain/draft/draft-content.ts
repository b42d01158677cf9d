import { z } from 'zod';
import { DIMENSIONS } from '../dimension';

/** The revision of the draft in which this was last changed. */
const changedIn = z.int();

const draftStatement = z.object({
  /** s1, s2 and so on; stays with the statement while the draft lives. */
  id: z.string(),
  rank: z.int().min(1).max(4),
  /** Only for the durable instrument. */
  dimension: z.enum(DIMENSIONS).nullable(),
  label: z.string(),
  behaviour: z.string(),
  citations: z.array(z.object({ source: z.string(), title: z.string() })),
  changedIn,
});

const draftLevel = z.object({
  rank: z.int().min(1).max(4),
  label: z.string(),
  caption: z.string().nullable(),
  changedIn,
});

const draftDetails = z.object({
  contextCovered: z.string(),
  /** Where the texts come from. */
  source: z.string(),
  /** Who may use them. */
  licence: z.string(),
  attribution: z.string(),
  /** Web address of the source, or empty. */
  address: z.string(),
  changedIn,
});

/** What a draft holds beside its occupation, instrument and version. Statements stand in their order. */
export const draftContentSchema = z.object({
  details: draftDetails,
  levels: z.array(draftLevel).length(4),
  statements: z.array(draftStatement),
  /** Statements that were taken out, the last ones; told to those who had them open. */
  removed: z.array(z.object({ id: z.string(), text: z.string(), changedIn })),
  /** Number of the next statement. */
  next: z.int().min(1),
});

export type DraftContent = z.infer<typeof draftContentSchema>;
export type DraftStatement = DraftContent['statements'][number];
export type DraftLevel = DraftContent['levels'][number];
export type DraftDetails = DraftContent['details'];
