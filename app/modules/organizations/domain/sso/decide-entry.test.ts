import { describe, expect, it } from 'vitest';
import { decideEntry, type EntryFacts, type KnownAccount } from './decide-entry';

const stranger: EntryFacts = {
  identity: null,
  connecting: null,
  isAddressVouched: false,
  account: null,
  joinRole: 'employee',
};
const account = (more: Partial<KnownAccount> = {}): KnownAccount => ({
  ...{ userId: 'jo', role: 'employee', isFormer: false, hasOtherIdentity: false },
  ...more,
});
const gone = account({ role: null, isFormer: true });
const abroad = account({ role: null });

describe('decideEntry', () => {
  const cases: [string, Partial<EntryFacts>, string][] = [
    ['a subject that is known', { identity: account() }, 'enter jo'],
    [
      'a subject whose membership ended',
      { identity: gone, isAddressVouched: true, account: gone },
      'refused removed',
    ],
    [
      'another connects a known subject',
      { identity: account(), connecting: account({ userId: 'al' }) },
      'refused connected-to-another',
    ],
    ['a new subject with nothing to say who it is', {}, 'refused address-not-vouched'],
    [
      'the address of a member that nobody vouches for',
      { account: account() },
      'refused address-not-vouched',
    ],
    [
      'the address of a member that is vouched for',
      { account: account(), isAddressVouched: true },
      'connect jo',
    ],
    [
      'a vouched address that went to another subject',
      { account: account({ hasOtherIdentity: true }), isAddressVouched: true },
      'refused has-another-identity',
    ],
    [
      'the vouched address of a former member without a subject',
      { account: gone, isAddressVouched: true },
      'refused removed',
    ],
    [
      'a former member who was invited again',
      { account: account({ isFormer: true }), isAddressVouched: true },
      'connect jo',
    ],
    [
      'the vouched address of an account elsewhere',
      { account: abroad, isAddressVouched: true },
      'join jo employee',
    ],
    ['a vouched address without an account', { isAddressVouched: true }, 'join null employee'],
    ['the same as executive', { isAddressVouched: true, joinRole: 'executive' }, 'join null executive'],
    ['the same where nobody joins', { isAddressVouched: true, joinRole: null }, 'refused nobody-joins'],
    ['a member connects the own account, whatever the address', { connecting: account() }, 'connect jo'],
    [
      'a member connects a second subject',
      { connecting: account({ hasOtherIdentity: true }) },
      'refused has-another-identity',
    ],
    [
      'somebody who is no member connects',
      { connecting: abroad, isAddressVouched: true },
      'refused not-a-member',
    ],
  ];
  it.each(cases)('%s', (_name, facts, expected) => {
    const entry = decideEntry({ ...stranger, ...facts });
    expect(Object.values(entry).map(String).join(' ')).toBe(expected);
  });

  it.each([
    ['employee', 'connect'],
    ['executive', 'connect'],
    ['director', 'refused'],
    ['hr_partner', 'refused'],
    ['admin', 'refused'],
    ['owner', 'refused'],
  ] as const)('the vouched address of a member who is %s: %s', (role, kind) => {
    const facts = { ...stranger, account: account({ role }), isAddressVouched: true };
    expect(decideEntry(facts).kind).toBe(kind);
    expect(decideEntry({ ...facts, connecting: account({ role }) }).kind).toBe('connect');
    expect(decideEntry({ ...facts, identity: account({ role }) }).kind).toBe('enter');
  });

  it('never gives a role above executive', () => {
    const roles = cases.flatMap(([, facts]) => {
      const entry = decideEntry({ ...stranger, ...facts });
      return entry.kind === 'join' ? [entry.role] : [];
    });
    expect(new Set(roles)).toEqual(new Set(['employee', 'executive']));
  });
});
