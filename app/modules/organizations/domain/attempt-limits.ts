/** What somebody tries who is not yet trusted. */
export type AttemptPurpose =
  | 'password'
  | 'second-factor'
  | 'passkey'
  | 'reset'
  | 'sign-up'
  | 'sso'
  /** A letter that strangers can ask for, to one address: each kind for itself, so that none uses up the other. */
  | 'reset-letter'
  | 'sign-up-letter';

/** So many tries at once, then one more each so many seconds. */
export interface AttemptLimit {
  readonly burst: number;
  readonly everySeconds: number;
}

/** Where a try comes from; both texts are hashed before they are kept. */
export interface AttemptSource {
  /** As addressBlock gives it. */
  readonly address: string;
  /** What the cookie of a browser says that signed in before, or null. */
  readonly device: string | null;
}

/** How well a source is known to an account: by what it signed in with before. */
export type SourceTrust = 'device' | 'address' | 'none';

interface PurposeLimits {
  /** Tries of one address, whatever the account. */
  readonly address?: AttemptLimit;
  /** Tries on one account, from wherever: of sources that it does not know. */
  readonly account?: AttemptLimit;
  /** Tries on one account from one address or known browser. */
  readonly pair?: AttemptLimit;
}

const LETTERS: AttemptLimit = { burst: 3, everySeconds: 1_200 };

/**
 * Source: ASVS 5.0 V6.3.1. A password of twelve uncommon characters stands 50 tries and 288 a day without end; a code
 * of six digits, three of which fit at any time, is guessed in a year of 164 tries a day with a chance of 0.17.
 */
const LIMITS: Readonly<Record<AttemptPurpose, PurposeLimits>> = {
  password: {
    address: { burst: 60, everySeconds: 30 },
    account: { burst: 50, everySeconds: 300 },
    pair: { burst: 10, everySeconds: 180 },
  },
  'second-factor': {
    address: { burst: 60, everySeconds: 30 },
    account: { burst: 20, everySeconds: 600 },
    pair: { burst: 5, everySeconds: 600 },
  },
  passkey: { address: { burst: 60, everySeconds: 10 } },
  sso: { address: { burst: 60, everySeconds: 10 } },
  reset: { address: { burst: 20, everySeconds: 180 } },
  'sign-up': { address: { burst: 20, everySeconds: 180 } },
  'reset-letter': { account: LETTERS },
  'sign-up-letter': { account: LETTERS },
};

/** One thing that is counted: its name, to be hashed, and its limit. */
export interface AttemptCounter {
  readonly name: string;
  readonly limit: AttemptLimit;
}

export interface Attempt {
  readonly purpose: AttemptPurpose;
  /** The address that somebody signs in with, whether there is such an account or not; null where none is named. */
  readonly account: string | null;
  readonly source: AttemptSource;
}

/**
 * What a try counts against. A browser that the account knows counts by itself alone; an address that it knows is not
 * held back by what others try on the account. So nobody who was there before is locked out by strangers.
 */
export function countersOf({ purpose, account, source }: Attempt, trust: SourceTrust): AttemptCounter[] {
  const limits = LIMITS[purpose];
  const name = (...parts: readonly string[]) => counterName(purpose, ...parts);
  const { address, device } = source;
  const who = account?.toLowerCase();
  const counters: AttemptCounter[] = [];
  if (trust !== 'device' && limits.address)
    counters.push({ name: name('address', address), limit: limits.address });
  if (who !== undefined && limits.account && trust === 'none')
    counters.push({ name: name('account', who), limit: limits.account });
  if (who !== undefined && limits.pair) {
    const from = trust === 'device' ? ['device', device ?? ''] : ['address', address];
    counters.push({ name: name('pair', who, ...from), limit: limits.pair });
  }
  return counters;
}

/**
 * Names of what counts tries on an account from wherever. Those of an account and one source cannot be named without
 * the source; they hold back for less than an hour.
 */
export function accountCounterNames(account: string): string[] {
  const purposes = Object.keys(LIMITS) as AttemptPurpose[];
  return purposes
    .filter((purpose) => LIMITS[purpose].account)
    .map((purpose) => counterName(purpose, 'account', account.toLowerCase()));
}

const counterName = (purpose: AttemptPurpose, ...parts: readonly string[]) =>
  JSON.stringify([purpose, ...parts]);

/** An address as it is counted: IPv4 whole, IPv6 by its /64, which one household or machine has for itself. */
export function addressBlock(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail)];
  const zeros = plain.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** When one may try again, in words. */
export function waitSentence(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return 'in a minute';
  if (minutes < 60) return `in ${minutes} minutes`;
  return minutes <= 90 ? 'in an hour' : `in ${Math.round(minutes / 60)} hours`;
}
