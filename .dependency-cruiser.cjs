/** Direction rules of ARCHITECTURE.md. bin/validate.ts fails also when fewer modules were read than expected. */
const MODULES = ['organizations', 'people', 'occupations', 'frameworks', 'assessments', 'capability'];
const TESTS = '\\.test\\.tsx?$';

/** A module imports only from those to its left. */
const moduleOrder = MODULES.map((name, index) => ({
  name: `order-${name}`,
  severity: 'error',
  from: { path: `^app/modules/${name}/`, pathNot: TESTS },
  to: { path: `^app/modules/(${MODULES.slice(index + 1).join('|') || 'none'})/` },
}));

/** Data is private to its module. */
const privateData = MODULES.map((name) => ({
  name: `private-data-${name}`,
  severity: 'error',
  from: { path: '^app/modules/', pathNot: `^app/modules/${name}/` },
  to: { path: `^app/modules/${name}/data/` },
}));

const onlyPlace = (name, module, path) => ({
  name: `only-place-${name}`,
  severity: 'error',
  from: { path: '^(app|db|jobs|seeds|bin)/', pathNot: [path, TESTS] },
  to: { path: module, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    ...moduleOrder,
    ...privateData,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^app/modules/[^/]+/domain/', pathNot: TESTS },
      to: { pathNot: ['^app/modules/[^/]+/domain/', '^app/shared/', '^node_modules/zod/'] },
    },
    {
      name: 'shared-is-neutral',
      severity: 'error',
      from: { path: '^app/shared/', pathNot: TESTS },
      to: {
        pathNot: [
          '^app/shared/',
          '^node_modules/(zod|csv-parse|yauzl|read-excel-file|@types/yauzl)/',
          '^(node:)?zlib$',
        ],
      },
    },
    {
      name: 'components-know-no-domain',
      severity: 'error',
      from: { path: '^app/components/', pathNot: TESTS },
      to: { path: '^(app/(modules|routes)|db|jobs|seeds)/' },
    },
    {
      name: 'ui-never-reaches-the-server',
      severity: 'error',
      from: { path: '^app/modules/[^/]+/ui/', pathNot: TESTS },
      to: {
        path: ['\\.server\\.tsx?$', '/data/', '/commands/', '^db/', '^jobs/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routes-are-adapters',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: {
        path: [
          '^db/',
          '^jobs/',
          '^seeds/',
          '^node_modules/(kysely|postgres|lucia|graphile-worker)/',
          '^app/modules/[^/]+/data/',
        ],
      },
    },
    {
      name: 'data-is-the-bottom',
      severity: 'error',
      from: { path: '^app/modules/[^/]+/data/' },
      to: { path: '^app/modules/[^/]+/(queries|commands|ui)/|^app/(http|routes)/|^jobs/' },
    },
    {
      name: 'queries-do-not-write',
      severity: 'error',
      from: { path: '^app/modules/[^/]+/queries/', pathNot: TESTS },
      to: { path: '/commands/|^jobs/|^app/(http|routes|components)/|/ui/' },
    },
    {
      name: 'db-stands-alone',
      severity: 'error',
      from: { path: '^db/', pathNot: ['^db/generate\\.ts$', TESTS] },
      to: { path: '^(app|jobs|seeds|bin)/' },
    },
    {
      name: 'enqueue-knows-no-task',
      severity: 'error',
      from: { path: '^jobs/(catalog|enqueue|mark-changed)\\.ts$' },
      to: { path: '^jobs/tasks/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(app|db|jobs|seeds|bin)/', pathNot: TESTS },
      to: { path: '^test/' },
    },
    {
      name: 'who-opens-a-tenant',
      severity: 'error',
      from: { path: '^app/(routes|components|shared)/' },
      to: { path: '^db/tenancy' },
    },
    {
      name: 'who-opens-the-system',
      severity: 'error',
      // The worker opens it for what an operator asked for: docs/decisions, operators of the shared catalogue.
      from: {
        path: '^(app/(routes|components|http|shared)|jobs)/',
        pathNot: ['^jobs/(worker|operator-transaction|removal)\\.ts$', TESTS],
      },
      to: {
        path: '^db/(system|migrate|tenant-keys|initialize|remove-organization)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    onlyPlace('postgres', '^node_modules/postgres/', '^db/client/'),
    onlyPlace('lucia', '^node_modules/lucia/', '^app/http/session\\.server\\.ts$'),
    onlyPlace(
      'graphile-worker',
      '^node_modules/graphile-worker/',
      '^jobs/(worker|worker-schema|heartbeat)\\.ts$',
    ),
    onlyPlace('openid-client', '^node_modules/openid-client/', '^app/sso/'),
    onlyPlace('nodemailer', '^node_modules/nodemailer/', '^app/mail/'),
    onlyPlace('pg', '^node_modules/pg/', '^jobs/worker\\.ts$'),
    {
      name: 'not-to-dev-dependencies',
      severity: 'error',
      from: { path: '^(app|db|jobs|seeds)/', pathNot: [TESTS, '^app/routes\\.ts$', '^app/http/express-app'] },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?url$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly: {
      path: [
        '^(app|db|jobs|seeds|bin|test)/',
        '^node_modules/(zod|csv-parse|kysely|postgres|lucia|graphile-worker|pg)/',
      ],
    },
    exclude: { path: 'types\\.generated\\.ts$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
    },
  },
};
