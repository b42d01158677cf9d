import { describe, expect, it } from 'vitest';
import { addressBlock, countersOf, waitSentence } from './attempt-limits';

const source = { address: '192.0.2.1', device: 'known-browser' };
const attempt = { purpose: 'password', account: 'Jo@example.org', source } as const;
const names = (trust: 'device' | 'address' | 'none') => countersOf(attempt, trust).map(({ name }) => name);

describe('what a try counts against', () => {
  it('a stranger: the address, the account, and both together', () => {
    expect(names('none')).toEqual([
      '["password","address","192.0.2.1"]',
      '["password","account","jo@example.org"]',
      '["password","pair","jo@example.org","address","192.0.2.1"]',
    ]);
  });

  it('from an address that the account knows: not what others try on the account', () => {
    expect(names('address')).toEqual([
      '["password","address","192.0.2.1"]',
      '["password","pair","jo@example.org","address","192.0.2.1"]',
    ]);
  });

  it('in a browser that the account knows: nothing that anybody else can fill', () => {
    expect(names('device')).toEqual(['["password","pair","jo@example.org","device","known-browser"]']);
  });

  it('a passkey names no account', () => {
    const counters = countersOf({ purpose: 'passkey', account: null, source }, 'none');
    expect(counters.map(({ name }) => name)).toEqual(['["passkey","address","192.0.2.1"]']);
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::/64'],
  ['2001:db8::5', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('the address %s is counted as %s', (address, block) => expect(addressBlock(address)).toBe(block));

it.each([
  [1, 'in a minute'],
  [60, 'in a minute'],
  [61, 'in 2 minutes'],
  [3_540, 'in 59 minutes'],
  [3_600, 'in an hour'],
  [7_200, 'in 2 hours'],
])('%i seconds are said as "%s"', (seconds, words) => expect(waitSentence(seconds)).toBe(words));
