import { readFields } from '~/http/read-fields.server';
import { METHOD_FIELDS } from '~/modules/capability/domain/method-fields';
import type { OrganizationAddress } from '~/modules/organizations/domain/organization-address';
import { InvalidInput } from '~/shared/errors';
import { type EnteredSettings, PLAIN_FIELDS } from './settings-entered';

/** What the page's forms ask for: to show what would change, or to change it. */
export type SettingsForm =
  | {
      readonly intent: 'preview' | 'apply';
      readonly revision: number;
      readonly entered: EnteredSettings;
    }
  | {
      readonly intent: 'preview-address' | 'apply-address';
      readonly before: OrganizationAddress;
      readonly after: OrganizationAddress;
    };

const ADDRESS_FIELDS = ['name', 'slug', 'nameBefore', 'slugBefore'] as const;
const METHOD_NAMES = METHOD_FIELDS.map((field) => field.name);

/** Throws InvalidInput for a form that is none of the page's, or has a field that it does not have. */
export async function readSettingsForm(request: Request): Promise<SettingsForm> {
  const { one, many } = await readFields(request, {
    single: ['intent', 'revision', ...PLAIN_FIELDS, ...METHOD_NAMES, ...ADDRESS_FIELDS],
    several: ['instrument'],
  });
  const text = (name: string) => one[name] ?? '';
  const intent = text('intent');
  if (intent === 'preview' || intent === 'apply') {
    const revision = text('revision');
    if (!/^\d{1,9}$/.test(revision)) throw unreadable();
    const texts = Object.fromEntries([...PLAIN_FIELDS, ...METHOD_NAMES].map((name) => [name, text(name)]));
    return { intent, revision: Number(revision), entered: { texts, instruments: many.instrument } };
  }
  if (intent === 'preview-address' || intent === 'apply-address') {
    const before = { name: text('nameBefore'), slug: text('slugBefore') };
    return { intent, before, after: { name: text('name'), slug: text('slug') } };
  }
  throw unreadable();
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
