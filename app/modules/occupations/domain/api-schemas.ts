import { z } from 'zod';

/** One item of GET /api/v1/occupations. */
const occupationItemSchema = z.object({
  soc: z.string(),
  title: z.string(),
  /** 1 to 5; null where no source says. */
  jobZone: z.int().min(1).max(5).nullable(),
  group: z.string().nullable(),
  /** Described by the organization itself, not by the shared catalogue. */
  own: z.boolean(),
});

/** GET /api/v1/occupations */
export const occupationListSchema = z.object({ items: z.array(occupationItemSchema) });

const named = z.array(z.object({ name: z.string() }));

const evidenceSchema = z.object({
  source: z.string(),
  release: z.string(),
  measure: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string().optional(),
  n: z.int().optional(),
  precision: z.string().optional(),
  /** Title of the occupation whose figure it is, where it is not of this one. */
  inheritedFrom: z.string().optional(),
});

const sourceSchema = z.object({
  name: z.string(),
  release: z.string(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
});

/** What GET /api/v1/occupations/:soc says beside the frameworks. */
export const occupationSchema = z.object({
  soc: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  jobZone: z.int().min(1).max(5).nullable(),
  jobZoneInferred: z.boolean(),
  group: z.string().nullable(),
  sector: z.string().nullable(),
  titles: z.array(z.object({ title: z.string(), kind: z.enum(['alternate', 'reported']) })),
  related: z.array(z.object({ soc: z.string(), title: z.string(), tier: z.string() })),
  cip: z.array(z.string()),
  rapids: z.array(z.string()),
  attributes: z.object({
    skills: named,
    knowledge: named,
    abilities: named,
    workStyles: named,
    technology: named,
    tools: named,
    tasks: named,
  }),
  evidence: z.array(evidenceSchema),
  standards: z.array(
    z.object({ urn: z.string(), title: z.string(), version: z.string(), reviewOverdue: z.boolean() }),
  ),
  sources: z.array(sourceSchema),
});

/** Query of GET /api/v1/occupations; unknown names are refused. */
export const occupationListQuery = z.strictObject({
  /** A code, its beginning, or words of the title. */
  query: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** The last code of the page before. */
  cursor: z
    .string()
    .regex(/^\d{2}-\d{4}\.\d{2}$/, 'A code such as 11-3013.01 is expected.')
    .optional(),
});

export type OccupationItem = z.infer<typeof occupationItemSchema>;
export type OccupationResource = z.infer<typeof occupationSchema>;
export type EvidenceResource = z.infer<typeof evidenceSchema>;
export type SourceResource = z.infer<typeof sourceSchema>;
