import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Environment } from '~/env.server';
import { InvalidInput } from '~/shared/errors';

const keySchema = z.object({
  keyId: z.string().regex(/^[a-z0-9]{1,32}$/),
  secret: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
});
const secretsSchema = z.object({
  tenantKeys: z.array(keySchema).min(1),
  passwordPeppers: z.array(keySchema).min(1),
});

export interface SecretKey {
  readonly keyId: string;
  readonly secret: Buffer;
}

/** The first key of each list is used for what is new; the others still verify (rotation). */
export interface Secrets {
  readonly tenantKeys: readonly [SecretKey, ...SecretKey[]];
  readonly passwordPeppers: readonly [SecretKey, ...SecretKey[]];
}

/** Secrets from CADRE_SECRETS (JSON), else from DATA_DIR/secrets (mode 0600), made at random when absent. */
export function readSecrets(environment: Pick<Environment, 'CADRE_SECRETS' | 'DATA_DIR'>): Secrets {
  const file = path.join(environment.DATA_DIR, 'secrets');
  const where = environment.CADRE_SECRETS ? 'CADRE_SECRETS' : file;
  if (!environment.CADRE_SECRETS && !existsSync(file)) writeNewSecrets(file);
  const text = environment.CADRE_SECRETS ?? readFileSync(file, 'utf8');
  const parsed = secretsSchema.safeParse(parseJson(text, where));
  if (!parsed.success)
    throw new InvalidInput(`The secrets in ${where} are not right: ${z.prettifyError(parsed.error)}`);
  return { tenantKeys: keys(parsed.data.tenantKeys), passwordPeppers: keys(parsed.data.passwordPeppers) };
}

/** New random secrets, as the JSON text that CADRE_SECRETS and DATA_DIR/secrets hold. */
export function newSecretsText(): string {
  const key = () => [
    { keyId: `k${randomBytes(4).toString('hex')}`, secret: randomBytes(32).toString('hex') },
  ];
  return JSON.stringify({ tenantKeys: key(), passwordPeppers: key() });
}

function writeNewSecrets(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, newSecretsText(), { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput(`The secrets in ${where} are not JSON.`);
  }
}

function keys(list: z.infer<typeof keySchema>[]): readonly [SecretKey, ...SecretKey[]] {
  const [first, ...rest] = list.map(({ keyId, secret }) => ({ keyId, secret: Buffer.from(secret, 'hex') }));
  if (!first) throw new InvalidInput('at least one key is needed');
  return [first, ...rest];
}
