import { hash, verify } from '@node-rs/argon2';
import type { SecretKey, Secrets } from '~/secrets.server';
import { Unavailable } from '~/shared/errors';

/** Argon2id, 19 MiB, 2 passes (security.md 1.10). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;
const QUEUE = 50;

export interface PasswordKeeper {
  /** Text to store: key id of the pepper, then the argon2id hash. */
  hash(password: string): Promise<string>;
  /** True when the password fits. A null hash (unknown user) costs the same time and is always false. */
  verify(stored: string | null, password: string): Promise<boolean>;
}

/** Hashes passwords, at most two at a time; a queue of over fifty is answered with Unavailable. */
export function createPasswordKeeper(secrets: Pick<Secrets, 'passwordPeppers'>): PasswordKeeper {
  const turn = createTurnstile();
  const [current] = secrets.passwordPeppers;
  const withKey = (key: SecretKey) => ({ ...COST, secret: key.secret });
  const dummy = hash('no such user', withKey(current));
  return {
    hash: (password) => turn(async () => `${current.keyId}:${await hash(password, withKey(current))}`),
    verify: (stored, password) =>
      turn(async () => {
        const separator = stored?.indexOf(':') ?? -1;
        const key = secrets.passwordPeppers.find(({ keyId }) => keyId === stored?.slice(0, separator));
        if (!stored || !key) {
          await verify(await dummy, password, withKey(current));
          return false;
        }
        return verify(stored.slice(separator + 1), password, withKey(key));
      }),
  };
}

function createTurnstile() {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) {
      if (queue.length >= QUEUE)
        throw new Unavailable('Too many people are signing in at this moment. Try again in a few seconds.');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
