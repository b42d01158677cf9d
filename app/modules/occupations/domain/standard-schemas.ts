import { z } from 'zod';

const standardItemSchema = z.object({
  urn: z.string(),
  title: z.string(),
  version: z.string(),
  /** As printed. */
  reviewDate: z.string().nullable(),
  /** The review date is past. */
  reviewOverdue: z.boolean(),
});

/** GET /api/v1/standards */
export const standardListSchema = z.object({ items: z.array(standardItemSchema) });

const headingSchema = z.object({
  heading: z.string(),
  statements: z.array(
    z.object({
      /** As cited: SFSSCM4#P12. */
      id: z.string(),
      number: z.int(),
      text: z.string(),
    }),
  ),
});

/** GET /api/v1/standards/:urn */
export const standardSchema = standardItemSchema.extend({
  overview: z.string(),
  activities: z.array(z.string()),
  approvedYear: z.int().nullable(),
  validity: z.string().nullable(),
  status: z.string().nullable(),
  developedBy: z.string().nullable(),
  originatingOrganisation: z.string().nullable(),
  originalUrn: z.string().nullable(),
  suites: z.array(z.string()),
  keywords: z.array(z.string()),
  /** Occupations that the standard itself names. */
  relevantOccupations: z.array(z.string()),
  performance: z.array(headingSchema),
  knowledge: z.array(headingSchema),
  glossary: z.array(z.object({ term: z.string(), meaning: z.string() })),
  /** Sections of free text by their heading. */
  sections: z.record(z.string(), z.string()),
  /** Occupations that a person linked it to; own: for this organization only. */
  occupations: z.array(
    z.object({ soc: z.string(), title: z.string(), linkedBy: z.string(), own: z.boolean() }),
  ),
  /** Every version that is there, the one imported last at the end. */
  versions: z.array(z.string()),
});

/** Query of GET /api/v1/standards/:urn; unknown names are refused. */
export const standardQuery = z.strictObject({
  /** Not given: the version imported last. */
  version: z.string().min(1).max(100).optional(),
});

export type StandardItemResource = z.infer<typeof standardItemSchema>;
export type StandardResource = z.infer<typeof standardSchema>;
