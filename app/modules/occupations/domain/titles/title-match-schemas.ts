import { z } from 'zod';

/** Titles of one request that are answered at once, and those that become an operation. */
export const TITLES_AT_ONCE = 2_000;
export const MOST_TITLES = 10_000;
/** Characters of a title; no more are read (fold-title.ts). */
export const LONGEST_TITLE = 300;
/** Candidates of one title. */
export const MOST_CANDIDATES = 10;

const titleSchema = z
  .string()
  .max(LONGEST_TITLE, `A title has at most ${LONGEST_TITLE} characters.`)
  .refine((title) => title.trim() !== '', 'The title is empty.');

const TOO_MANY = `At most ${MOST_TITLES.toLocaleString('en')} titles are matched with one request; send them in parts.`;
const NONE = 'At least one title is needed.';

/** Body of POST /api/v1/title-matches; unknown names are refused. */
export const titleMatchesBody = z.strictObject({
  // Counted before any title is looked at, so that a body of a million of them costs nothing.
  titles: z
    .array(z.unknown())
    .max(MOST_TITLES, TOO_MANY)
    .pipe(z.array(titleSchema).min(1, NONE).max(MOST_TITLES)),
  /** Candidates of each title at most; 5 when left out. */
  limit: z.int().min(1).max(MOST_CANDIDATES).optional(),
});

/** What an operation that matches titles is started with. */
export const titleMatchingInput = z.strictObject({ titles: z.array(titleSchema), limit: z.int() });
export type TitleMatchingInput = z.infer<typeof titleMatchingInput>;

/** Answer of POST /api/v1/title-matches, and result of its operation. */
export const titleMatchesSchema = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      /** The role band that words of rank such as "Senior" or "II" hint at. */
      bandHint: z.int().min(1).max(4).optional(),
      candidates: z.array(
        z.object({
          soc: z.string(),
          title: z.string(),
          /** 0 to 1, falling within the list. */
          score: z.number().min(0).max(1),
          /** The listed title that speaks for it most. */
          matchedTitle: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  ),
});
