import { z } from 'zod';
import { heatmapAnswer, heatmapQuery, profileAnswer } from '~/modules/capability/domain/api-schemas';
import { describedOccupationSchema } from '~/modules/frameworks/queries/describe-occupation';
import {
  frameworkQuery,
  frameworkSchema,
  lerExportQuery,
} from '~/modules/frameworks/queries/framework-schemas';
import { occupationListQuery, occupationListSchema } from '~/modules/occupations/domain/api-schemas';

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
  readonly query?: z.ZodObject;
  readonly answer: z.ZodType;
}

const RESOURCES: readonly Resource[] = [
  { path: '/me', summary: 'Whom the token acts for.', answer: me },
  { path: '/heatmap', summary: 'Groups or people by dimension.', query: heatmapQuery, answer: heatmapAnswer },
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
    path: '/occupations/{soc}/export',
    summary: 'The LER JSON document as it came in.',
    query: lerExportQuery,
    answer: z.looseObject({ schemaVersion: z.string() }),
  },
  { path: '/profiles/{employee}', summary: 'A person, by id or `externalId:E0001`.', answer: profileAnswer },
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
    paths: Object.fromEntries(RESOURCES.map((resource) => [resource.path, { get: operation(resource) }])),
  };
}

function operation({ path, summary, query, answer }: Resource): object {
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
    responses: {
      200: { description: 'Found', content: { 'application/json': { schema: schema(answer) } } },
      ...Object.fromEntries([401, 403, 404, 422, 503].map((status) => [status, refusal])),
    },
  };
}

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
