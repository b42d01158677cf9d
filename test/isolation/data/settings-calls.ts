import { randomUUID } from 'node:crypto';
import { type DataCall, does, finds, reads } from './data-call';

/** Calls about settings of an organization and what it publishes about privacy. */
export const SETTINGS_CALLS: Readonly<Record<string, DataCall>> = {
  'organizations/organization-settings.findSettings': reads(),
  'organizations/organization-settings.updateAiUseTree': does(() => ['team']),
  'organizations/organization-settings.updateMethodSettings': does(() => [
    { constants: {}, instruments: ['durable'] },
  ]),
  'organizations/organization-settings.updateSettings': finds(() => [
    1,
    {
      constants: {},
      instruments: ['durable'],
      timeZone: 'Europe/Amsterdam',
      suppressionK: 5,
      retentionMonths: 36,
      ratingRetentionMonths: null,
    },
  ]),
  'organizations/data-changes.findMoment': finds(() => [null]),
  'organizations/organization-settings.insertSettings': does(() => ['Europe/Amsterdam']),
  'organizations/k-lowerings.listKLowerings': reads(),
  'organizations/k-lowerings.insertKLowering': does(() => [
    { loweringId: randomUUID(), fromK: 5, toK: 4, reason: 'new', askedBy: 'new' },
  ]),
  'organizations/k-lowerings.updateKLowering': reads((a) => [
    a.row('kLowerings').loweringId,
    { state: 'declined', answeredBy: 'new' },
  ]),
  'capability/privacy-versions.listPrivacyVersions': reads(),
  'capability/privacy-versions.findPrivacyVersion': reads((a) => [a.row('privacyVersions').version]),
  'capability/privacy-versions.insertPrivacyVersion': does((a) => [
    {
      ...a.row('privacyVersions'),
      version: 99,
      documents: { new: 'new' },
      publishedAt: new Date('2026-01-01'),
    },
  ]),
};
