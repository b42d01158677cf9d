import { describe, expect, it } from 'vitest';
import { type AdmissionEvidence, type AdmissionPolicy, admissionOf } from './admission';

const open: AdmissionPolicy = {
  secondFactorRequired: false,
  ssoRequired: false,
  breakGlass: false,
  rightsChangedAt: null,
};
const begunAt = new Date('2026-11-22T09:00:00Z');
const [earlier, later] = [new Date('2026-11-22T08:59:59Z'), new Date('2026-11-22T09:00:01Z')];
const bare: AdmissionEvidence = {
  method: 'password',
  ssoOrganizationId: null,
  hasSecondFactor: false,
  begunAt,
};
const HERE = 'here';

describe('admission', () => {
  const cases: [string, Partial<AdmissionPolicy>, Partial<AdmissionEvidence>, string][] = [
    ['no policy, password', {}, {}, 'admitted'],
    ['rights changed before', { rightsChangedAt: earlier }, {}, 'admitted'],
    ['rights changed since', { rightsChangedAt: later }, {}, 'prove-again'],
    ['rights changed at that moment', { rightsChangedAt: begunAt }, { method: 'passkey' }, 'prove-again'],
    [
      'rights changed since, second factor asked, none there',
      { rightsChangedAt: later, secondFactorRequired: true },
      {},
      'set-up-second-factor',
    ],
    [
      'rights changed since, own provider',
      { rightsChangedAt: later },
      { method: 'sso', ssoOrganizationId: HERE },
      'use-single-sign-on',
    ],
    ['second factor asked, none there', { secondFactorRequired: true }, {}, 'set-up-second-factor'],
    ['second factor asked and there', { secondFactorRequired: true }, { hasSecondFactor: true }, 'admitted'],
    ['second factor asked, passkey', { secondFactorRequired: true }, { method: 'passkey' }, 'admitted'],
    [
      'second factor asked, own provider',
      { secondFactorRequired: true },
      { method: 'sso', ssoOrganizationId: HERE },
      'admitted',
    ],
    [
      "second factor asked, another organization's provider",
      { secondFactorRequired: true },
      { method: 'sso', ssoOrganizationId: 'elsewhere' },
      'sign-in-otherwise',
    ],
    [
      'single sign-on asked, password',
      { ssoRequired: true },
      { hasSecondFactor: true },
      'use-single-sign-on',
    ],
    ['single sign-on asked, passkey', { ssoRequired: true }, { method: 'passkey' }, 'use-single-sign-on'],
    [
      "single sign-on asked, another organization's provider",
      { ssoRequired: true },
      { method: 'sso', ssoOrganizationId: 'elsewhere' },
      'sign-in-otherwise',
    ],
    [
      "no policy, another organization's provider",
      {},
      { method: 'sso', ssoOrganizationId: 'elsewhere', hasSecondFactor: true },
      'sign-in-otherwise',
    ],
    [
      "break glass, another organization's provider",
      { ssoRequired: true, breakGlass: true },
      { method: 'sso', ssoOrganizationId: 'elsewhere', hasSecondFactor: true },
      'sign-in-otherwise',
    ],
    ['break glass without a factor', { ssoRequired: true, breakGlass: true }, {}, 'set-up-second-factor'],
    [
      'break glass with a factor',
      { ssoRequired: true, breakGlass: true },
      { hasSecondFactor: true },
      'admitted',
    ],
  ];
  it.each(cases)('%s', (_name, policy, evidence, expected) => {
    expect(admissionOf(HERE, { ...open, ...policy }, { ...bare, ...evidence })).toBe(expected);
  });
});
