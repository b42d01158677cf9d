import { z } from 'zod';

/** A skill, field of knowledge, ability or work style. Figures are there where the source has them. */
const ratedSchema = z.object({
  name: z.string(),
  /** Content model element, such as 2.A.1.a. */
  elementId: z.string().optional(),
  /** 1 to 5. */
  importance: z.number().optional(),
  /** Of a work style on performance, -3 to 3. */
  impact: z.number().optional(),
  /** 0 to 7. */
  level: z.number().optional(),
  /** Raters. */
  n: z.int().optional(),
  /** The source says that the level is not relevant to the occupation. */
  notRelevant: z.literal(true).optional(),
  /** The source advises to show no figure of it; none is given. */
  suppressed: z.literal(true).optional(),
});

const toolSchema = z.object({
  name: z.string(),
  category: z.string().optional(),
  categoryCode: z.string().optional(),
});

const technologySchema = toolSchema.extend({ hot: z.boolean().optional(), inDemand: z.boolean().optional() });

const taskSchema = z.object({
  name: z.string(),
  /** O*NET task id. */
  taskId: z.int().optional(),
  /** Core or Supplemental. */
  type: z.string().optional(),
  /** 1 to 5. */
  importance: z.number().optional(),
});

export const attributesSchema = z.object({
  skills: z.array(ratedSchema),
  knowledge: z.array(ratedSchema),
  abilities: z.array(ratedSchema),
  workStyles: z.array(ratedSchema),
  technology: z.array(technologySchema),
  tools: z.array(toolSchema),
  tasks: z.array(taskSchema),
});

export type Attributes = z.infer<typeof attributesSchema>;
export type AttributeName = keyof Attributes;

/** The attributes in the order in which they are told. */
export const ATTRIBUTE_NAMES: readonly AttributeName[] = [
  'skills',
  'knowledge',
  'abilities',
  'workStyles',
  'technology',
  'tools',
  'tasks',
];

/**
 * Where an attribute comes from. onet: the tables of an O*NET release; page: the page text of a framework; profile:
 * an O*NET profile text, whose release is unknown.
 */
export const attributeSourceSchema = z.object({
  attribute: z.enum(['skills', 'knowledge', 'abilities', 'workStyles', 'technology', 'tools', 'tasks']),
  source: z.enum(['onet', 'page', 'profile']),
  /** Null where the source does not say. */
  release: z.string().nullable(),
});

export type AttributeSource = z.infer<typeof attributeSourceSchema>;

/** The panel of source anchors: what statements about the occupation rest on, as names. */
export const anchorsSchema = z.object({
  source: z.enum(['onet', 'page', 'profile']),
  /** Releases that the lists are from, the leading one first; empty where the source does not say. */
  releases: z.array(z.string()),
  /** All but the related titles. */
  count: z.int(),
  skills: z.array(z.string()),
  knowledge: z.array(z.string()),
  abilities: z.array(z.string()),
  workStyles: z.array(z.string()),
  technology: z.array(z.string()),
  tasks: z.array(z.string()),
  relatedTitles: z.array(z.string()),
});

export type Anchors = z.infer<typeof anchorsSchema>;
