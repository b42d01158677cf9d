import path from 'node:path';
import { z } from 'zod';
import { InvalidInput } from '~/shared/errors';

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1'])
    .optional()
    .transform((value) => (value === undefined ? fallback : value === '1'));
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'must start with postgres:// or postgresql://')
  .optional();
const list = z
  .string()
  .optional()
  .transform((value) => (value ? value.split(',').map((entry) => entry.trim()) : []));

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: databaseUrl,
  DATABASE_AUTH_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl,
  DATABASE_ADMIN_URL: databaseUrl,
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  DATA_DIR: z.string().min(1).default('.data'),
  CADRE_DEMO: flag(true),
  CADRE_SECRETS: z.string().optional(),
  ORIGINS: list,
  TRUSTED_PROXIES: list,
  ALLOW_INSECURE_COOKIES: flag(false),
  /** Whether anybody may make an organization; left out: who reaches a server on loopback. */
  CADRE_SIGNUP: z.enum(['open', 'closed']).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().includes('@').max(320).default('Cadre <cadre@localhost>'),
  /** Development and tests: identity providers on this machine and its network, also by plain HTTP. */
  ALLOW_PRIVATE_ISSUERS: flag(false),
  /** Looks for viruses in files of evidence: a program by its whole path, and its arguments. */
  CADRE_SCAN_COMMAND: z.string().regex(/^\/\S/, 'must begin with the whole path of a program').optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What the process was told by its environment, checked once. DATA_DIR is absolute. */
export type Environment = z.infer<typeof schema>;

/**
 * Reads and checks the environment; the only reader of process.env.
 * @throws InvalidInput naming each variable that is wrong and why.
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({
      pointer: issue.path.join('.'),
      detail: issue.message,
    }));
    throw new InvalidInput(
      `The environment is not right: ${errors.map((error) => `${error.pointer} ${error.detail}`).join('; ')}.`,
      errors,
    );
  }
  const environment = parsed.data;
  requireAllUrls(environment);
  return { ...environment, DATA_DIR: path.resolve(environment.DATA_DIR) };
}

function requireAllUrls(environment: Environment): void {
  const urls = ['DATABASE_URL', 'DATABASE_AUTH_URL'] as const;
  const missing = urls.filter((name) => environment[name] === undefined);
  if (missing.length === 1) {
    throw new InvalidInput(
      `The environment is not right: ${missing[0]} is missing beside ${urls.find((name) => name !== missing[0])}.`,
    );
  }
}
