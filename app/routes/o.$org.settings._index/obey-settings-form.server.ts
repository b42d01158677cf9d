import type { TenantArgs } from '~/http/tenant-route.server';
import { changeSettings } from '~/modules/capability/commands/change-settings';
import { type SettingDifference, settingDifferences } from '~/modules/capability/domain/setting-difference';
import { renameOrganization } from '~/modules/organizations/commands/rename-organization';
import {
  checkedAddress,
  type OrganizationAddress,
  takenWords,
} from '~/modules/organizations/domain/organization-address';
import { settingsFaults } from '~/modules/organizations/domain/settings-ranges';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { isAddressTaken } from '~/modules/organizations/queries/is-address-taken';
import { Conflict, type FieldError, InvalidInput, isCadreError } from '~/shared/errors';
import type { SettingsForm } from './read-settings-form.server';
import { type EnteredSettings, heldSettings, hiddenFields, wantedSettings } from './settings-entered';

/** What a form came to: done, shown before it is applied, or refused with what was entered. */
export type SettingsAnswer =
  | { readonly kind: 'done'; readonly slug: string }
  | {
      readonly kind: 'preview' | 'refused';
      readonly part: 'settings' | 'address';
      readonly rows: readonly SettingDifference[];
      readonly entered?: EnteredSettings;
      readonly address?: OrganizationAddress;
      /** Fields of the form that applies what is shown. */
      readonly fields?: readonly (readonly [string, string])[];
      readonly reason?: string;
      readonly errors?: readonly FieldError[];
    };

type Args = Pick<TenantArgs, 'ctx' | 'viewer' | 'context'>;

/** Shows or makes the change that a form of the page asks for. A refusal of what is to be shown is data. */
export async function obeySettingsForm(args: Args, form: SettingsForm): Promise<SettingsAnswer> {
  const { slug } = args.viewer.organization;
  switch (form.intent) {
    case 'preview': {
      const { entered, revision } = form;
      const fields = [['intent', 'apply'], ['revision', String(revision)], ...hiddenFields(entered)] as const;
      return refusedAsData({ part: 'settings', entered, fields }, () => previewSettings(args, form));
    }
    case 'apply': {
      const wanted = wantedSettings(form.entered, await getSettings(args.ctx));
      await changeSettings(args.ctx, form.revision, wanted);
      return { kind: 'done', slug };
    }
    case 'preview-address': {
      const { before, after: address } = form;
      const fields = [
        ['intent', 'apply-address'],
        ['nameBefore', before.name],
        ['slugBefore', before.slug],
        ...Object.entries(address),
      ] as const;
      return refusedAsData({ part: 'address', address, fields }, () => previewAddress(args, form));
    }
    case 'apply-address':
      await renameOrganization(args.context.database, args.viewer, form);
      return { kind: 'done', slug: checkedAddress(form.after).slug };
  }
}

async function previewSettings(
  { ctx }: Args,
  { entered, revision }: { readonly entered: EnteredSettings; readonly revision: number },
): Promise<SettingDifference[]> {
  const before = await getSettings(ctx);
  if (before.revision !== revision)
    throw new Conflict(
      'Somebody else changed the settings since you opened the page. Here they are as they hold now.',
    );
  const after = wantedSettings(entered, before);
  const errors = settingsFaults(before, after);
  if (after.instruments.length === 0)
    errors.push({ pointer: 'instrument', detail: 'Choose at least one of the instruments.' });
  if (errors.length > 0) throw new InvalidInput('Some of the settings cannot be.', errors);
  return settingDifferences(heldSettings(before), heldSettings(after));
}

/** It is asked again when it is applied: somebody else may take the address in between. */
async function previewAddress(
  { viewer, context }: Args,
  { before, after: wanted }: { readonly before: OrganizationAddress; readonly after: OrganizationAddress },
): Promise<SettingDifference[]> {
  const after = checkedAddress(wanted);
  if (await isAddressTaken(context.database, viewer.organization.id, after.slug)) {
    const detail = takenWords(after.slug);
    throw new InvalidInput(detail, [{ pointer: 'slug', detail }]);
  }
  const rows = [
    { label: 'Name', before: before.name, after: after.name, effect: 'Shown on every page at once.' },
    {
      label: 'Address',
      before: `/o/${before.slug}`,
      after: `/o/${after.slug}`,
      effect: 'The address before leads members on for 90 days; nobody else gets it meanwhile.',
    },
  ];
  return rows.filter((row) => row.before !== row.after);
}

type Entered = Pick<Extract<SettingsAnswer, { part: string }>, 'part' | 'entered' | 'address' | 'fields'>;

async function refusedAsData(
  given: Entered,
  rows: () => Promise<SettingDifference[]>,
): Promise<SettingsAnswer> {
  try {
    return { kind: 'preview', ...given, rows: await rows() };
  } catch (error) {
    if (!isCadreError(error) || error.kind !== 'invalid-input') throw error;
    const { reason, errors } = error;
    return { kind: 'refused', ...given, rows: [], reason, errors };
  }
}
