import { z } from 'zod';
import { anchorsSchema, attributeSourceSchema, attributesSchema } from './attribute-schemas';
import { OCCUPATION_CURSOR } from './search/occupation-cursor';

/** One item of GET /api/v1/occupations. */
const occupationItemSchema = z.object({
  soc: z.string(),
  title: z.string(),
  /** 1 to 5; null where no source says. */
  jobZone: z.int().min(1).max(5).nullable(),
  group: z.string().nullable(),
  /** Described by the organization itself, not by the shared catalogue. */
  own: z.boolean(),
  /** 0 to 1, in a search by words. */
  score: z.number().min(0).max(1).optional(),
  /** The title that was found, where it is not the occupation's own. */
  matchedTitle: z.string().optional(),
});

/** GET /api/v1/occupations */
export const occupationListSchema = z.object({ items: z.array(occupationItemSchema) });

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
  /** What it is, such as onet or uk_nos. */
  kind: z.string(),
  name: z.string(),
  release: z.string(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  url: z.string().nullable(),
});

/** A standard that a person linked to the occupation. */
const linkedStandardSchema = z.object({
  urn: z.string(),
  title: z.string(),
  version: z.string(),
  /** As printed. */
  reviewDate: z.string().nullable(),
  reviewOverdue: z.boolean(),
  linkedBy: z.string(),
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
  /** Groups of the occupational classification above it, major group first, itself last where it has a code there. */
  lineage: z.array(z.object({ code: z.string(), level: z.string(), title: z.string() })),
  /** Instructional programmes of `cip` with their titles where a crosswalk gives them. */
  programmes: z.object({
    /** SOC code whose programmes these are, where it is not the occupation's own. */
    inheritedFrom: z.string().nullable(),
    /** Of the crosswalk; null where the codes are those that a page prints. */
    release: z.string().nullable(),
    items: z.array(z.object({ code: z.string(), title: z.string().nullable() })),
  }),
  attributes: attributesSchema,
  /** One entry for each attribute that is not empty. */
  attributeSources: z.array(attributeSourceSchema),
  /** Null where no source gives any. */
  anchors: anchorsSchema.nullable(),
  evidence: z.array(evidenceSchema),
  standards: z.array(linkedStandardSchema),
  sources: z.array(sourceSchema),
});

/** Query of GET /api/v1/occupations; unknown names are refused. */
export const occupationListQuery = z.strictObject({
  /** A code, its beginning, or words of a title: own, alternate or reported. */
  query: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** From the link to the next page. */
  cursor: z
    .string()
    .regex(OCCUPATION_CURSOR, 'The cursor of a link to the next page is expected.')
    .optional(),
});

export type OccupationItem = z.infer<typeof occupationItemSchema>;
export type OccupationResource = z.infer<typeof occupationSchema>;
export type EvidenceResource = z.infer<typeof evidenceSchema>;
export type SourceResource = z.infer<typeof sourceSchema>;
