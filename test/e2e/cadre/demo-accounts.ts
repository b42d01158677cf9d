import { readFileSync } from 'node:fs';

/**
 * `shared` is a member of both organizations: executive of demo, HR partner of northgate. The two of `changing` belong
 * to northgate; each is for one test that changes how they sign in.
 */
export type DemoRole = 'owner' | 'admin' | 'hr_partner' | 'director' | 'executive' | 'employee' | 'shared';
export type DemoOrganization = 'demo' | 'northgate' | 'shared' | 'changing';

export interface DemoAccount {
  readonly organization: string;
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The accounts of the running Cadre, from the file that the global setup made. */
export function demoAccounts(): DemoAccount[] {
  const file = process.env.ACCOUNTS;
  if (!file) throw new Error('ACCOUNTS is not set; the global setup sets it.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The account of a role; `index` tells several of one role apart. Throws when there is none. */
export function demoAccount(role: DemoRole, organization: DemoOrganization = 'demo', index = 0): DemoAccount {
  const account = demoAccounts().filter((one) => one.organization === organization && one.role === role)[
    index
  ];
  if (!account) throw new Error(`There is no demo account ${organization} ${role} ${index}.`);
  return account;
}
