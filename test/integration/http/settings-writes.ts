import { randomUUID } from 'node:crypto';
import { readSettingsForm } from '~/routes/o.$org.settings._index/read-settings-form.server';
import { readPublication } from '~/routes/o.$org.settings.privacy._index/read-publication.server';
import { readLoweringForm } from '~/routes/o.$org.settings.smallest-group/read-lowering-form.server';
import { readTokenForm } from '~/routes/o.$org.settings.tokens/read-token-form.server';

/** Thirty names of fields that no form of the settings has. */
export const EXTRA_KEYS: readonly string[] = [
  ...['organizationId', 'organization_id', 'id', 'role', 'createdAt', 'created_at', 'constants'],
  ...['constants[trust]', 'trust', 'trust.robot', 'minimumPeers', 'fairFrom', 'strongFrom', 'evidenceBonus'],
  ...['suppression_k', 'instruments', 'timezone', 'retention', 'secondFactorRequired', 'ssoRequired'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'version', 'k', 'actor', 'members', 'grants', 'x'],
];

/** A write with the fields that its form sends. */
interface Write {
  readonly path: string;
  readonly read: (request: Request) => Promise<unknown>;
  readonly fields: () => Promise<Record<string, string>>;
}

interface Scene {
  readonly base: string;
  readonly entered: (other: Readonly<Record<string, string>>) => Promise<Record<string, string>>;
  readonly revision: () => Promise<string>;
}

/** Every form of the settings that writes, with right fields. */
export function settingsWrites({ base, entered, revision }: Scene): readonly Write[] {
  return [
    {
      path: `${base}/settings?index`,
      read: readSettingsForm,
      fields: () => entered({ retentionMonths: '48' }),
    },
    {
      path: `${base}/settings/smallest-group`,
      read: readLoweringForm,
      fields: async () => ({ intent: 'ask', toK: '4', reason: 'Small sites' }),
    },
    {
      path: `${base}/settings/tokens`,
      read: readTokenForm,
      fields: async () => ({
        ...{ intent: 'make', token: randomUUID(), name: 'T', role: 'executive', days: '9' },
      }),
    },
    {
      path: `${base}/settings/privacy?index`,
      read: readPublication,
      fields: async () => ({
        ...{ contact: 'C', legalGround: 'L', after: '0' },
        revision: await revision(),
      }),
    },
  ];
}
