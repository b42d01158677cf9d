import { z } from 'zod';
import { ASSESSMENT_RESOURCES } from '~/modules/assessments/domain/posted-assessment';
import { READINESS_RESOURCES } from '~/modules/capability/domain/ai-readiness/api-schemas';
import {
  heatmapAnswer,
  heatmapQuery,
  profileAnswer,
  profileQuery,
} from '~/modules/capability/domain/api-schemas';
import {
  comparisonAnswer,
  comparisonQuery as groupsQuery,
} from '~/modules/capability/domain/comparison-lines';
import { OVERVIEW_RESOURCES } from '~/modules/capability/domain/overview/api-schemas';
import { REQUIREMENT_RESOURCES } from '~/modules/capability/domain/requirements/api-schemas';
import { TARGET_RESOURCES } from '~/modules/capability/domain/targets/api-schemas';
import { whyAnswer, whyQuery } from '~/modules/capability/domain/why-figure';
import { comparisonQuery, comparisonSchema } from '~/modules/frameworks/queries/comparison-schemas';
import { describedOccupationSchema } from '~/modules/frameworks/queries/describe-occupation';
import {
  frameworkQuery,
  frameworkSchema,
  lerExportQuery,
} from '~/modules/frameworks/queries/framework-schemas';
import { occupationListQuery, occupationListSchema } from '~/modules/occupations/domain/api-schemas';
import { MAPPING_RESOURCES } from '~/modules/occupations/domain/mapping/mapping-schemas';
import {
  standardListSchema,
  standardQuery,
  standardSchema,
} from '~/modules/occupations/domain/standard-schemas';
import {
  titleMatchesBody,
  titleMatchesSchema,
} from '~/modules/occupations/domain/titles/title-match-schemas';
import { operationSchema } from '~/modules/organizations/domain/operation';
import { EMPLOYEE_RESOURCES } from '~/modules/people/domain/employee-resource';
import { IMPORT_RESOURCES } from '~/modules/people/domain/imports/import-schemas';
import { POSITION_PART_RESOURCES } from '~/modules/people/domain/position-parts-schemas';
import { POSITION_RESOURCES } from '~/modules/people/domain/position-schemas';
import { TEAM_RESOURCES } from '~/modules/people/domain/team-schemas';

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});

const me = z.object({
  organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  role: z.string(),
  teamScope: z.array(z.uuid()),
});

interface Resource {
  readonly path: string;
  readonly summary: string;
  /** Get when left out. */
  readonly method?: 'post' | 'put' | 'patch' | 'delete';
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** The body is a form with the file and the fields of `body`. */
  readonly form?: boolean;
  /** Long work is answered with 202 and an operation. */
  readonly later?: boolean;
  /** What 202 answers with, where it is no mere operation. */
  readonly begun?: z.ZodType;
}

const RESOURCES: readonly Resource[] = [
  { path: '/me', summary: 'Whom the token acts for.', answer: me },
  { path: '/heatmap', summary: 'Groups or people by dimension.', query: heatmapQuery, answer: heatmapAnswer },
  {
    path: '/heatmap/comparison',
    summary: 'Two groups side by side, with their differences.',
    query: groupsQuery,
    answer: comparisonAnswer,
  },
  { path: '/why', summary: 'How a figure came about.', query: whyQuery, answer: whyAnswer },
  {
    path: '/occupations',
    summary: 'Occupations by code or title.',
    query: occupationListQuery,
    answer: occupationListSchema,
  },
  {
    path: '/occupations/{soc}',
    summary: 'One occupation with all that is known of it.',
    answer: describedOccupationSchema,
  },
  {
    path: '/occupations/{soc}/frameworks/{instrument}',
    summary: 'A framework with its statements by level; without a version the one that counts.',
    query: frameworkQuery,
    answer: frameworkSchema,
  },
  {
    path: '/occupations/{soc}/frameworks/{instrument}/compare',
    summary: 'Two versions of a framework; without versions the newest and the one before it.',
    query: comparisonQuery,
    answer: comparisonSchema,
  },
  {
    path: '/occupations/{soc}/export',
    summary: 'The LER JSON document as it came in.',
    query: lerExportQuery,
    answer: z.looseObject({ schemaVersion: z.string() }),
  },
  {
    path: '/operations/{id}',
    summary: 'How far a long task is, and what came of it.',
    answer: operationSchema,
  },
  {
    path: '/operations/{id}',
    method: 'delete',
    summary: 'Stops a long task; one that is over stays as it is.',
    answer: operationSchema,
  },
  {
    path: '/standards',
    summary: 'National occupational standards, one item a version.',
    answer: standardListSchema,
  },
  {
    path: '/standards/{urn}',
    summary: 'A standard with criteria, knowledge, glossary and the occupations that it is linked to.',
    query: standardQuery,
    answer: standardSchema,
  },
  {
    path: '/title-matches',
    method: 'post',
    summary:
      'Occupations for titles: up to 2,000 at once, up to 10,000 as an operation with the same result.',
    body: titleMatchesBody,
    answer: titleMatchesSchema,
    later: true,
  },
  {
    path: '/profiles/{employee}',
    summary: 'A person, by id or `externalId:E0001`.',
    query: profileQuery,
    answer: profileAnswer,
  },
  ...ASSESSMENT_RESOURCES,
  ...READINESS_RESOURCES,
  ...OVERVIEW_RESOURCES,
  ...MAPPING_RESOURCES,
  ...TARGET_RESOURCES,
  ...REQUIREMENT_RESOURCES,
  ...EMPLOYEE_RESOURCES,
  ...TEAM_RESOURCES,
  ...POSITION_RESOURCES,
  ...POSITION_PART_RESOURCES,
  ...IMPORT_RESOURCES,
];

/** The OpenAPI 3.1 document of /api/v1, from the schemas that check requests and answers. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Cadre', version: '1', description: 'Bearer token bound to an organization and a role.' },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schema(problem) },
    },
    paths: paths(),
  };
}

function paths(): object {
  const found: Record<string, object> = {};
  for (const resource of RESOURCES) {
    const { path, method = 'get' } = resource;
    found[path] = { ...found[path], [method]: operation(resource) };
  }
  return found;
}

function operation({ path, summary, query, body, answer, form, later, begun }: Resource): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, field]) => ({
    name,
    in: 'query',
    required: false,
    schema: schema(field as z.ZodType, 'input'),
  }));
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    ...(body
      ? { requestBody: { required: true, content: form ? formOf(body) : json(schema(body, 'input')) } }
      : {}),
    responses: {
      200: { description: 'Found', content: json(schema(answer)) },
      ...(later ? { 202: accepted(begun ?? operationSchema) } : {}),
      ...Object.fromEntries(refusals(body !== undefined).map((status) => [status, refusal])),
    },
  };
}

const json = (content: object) => ({ 'application/json': { schema: content } });

/** A form with a file and fields. */
function formOf(fields: z.ZodType): object {
  const { properties, required, ...rest } = schema(fields, 'input') as Form;
  const file = { type: 'string', contentMediaType: 'application/octet-stream', description: 'The file.' };
  return {
    'multipart/form-data': {
      schema: { ...rest, properties: { file, ...properties }, required: ['file', ...(required ?? [])] },
    },
  };
}

interface Form {
  readonly properties?: object;
  readonly required?: readonly string[];
}

/** Statuses of refusals; those that only a body meets. */
const refusals = (hasBody: boolean) => [401, 403, 404, ...(hasBody ? [409, 413, 415] : []), 422, 503];

const accepted = (begun: z.ZodType) => ({
  description: 'Begun; Location is the address that says how far it is',
  headers: { Location: { schema: { type: 'string' } } },
  content: json(schema(begun)),
});

const refusal = {
  description: 'Refused, as problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function schema(type: z.ZodType, io: 'input' | 'output' = 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
}
