import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { timeZones } from '~/modules/organizations/domain/time-zone';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { AddressForm } from './address-form';
import { DifferenceCard } from './difference-card';
import { obeySettingsForm, type SettingsAnswer } from './obey-settings-form.server';
import { readSettingsForm } from './read-settings-form.server';
import { enteredOf, heldSettings } from './settings-entered';
import { SettingsForm } from './settings-form';

export const meta: MetaFunction = () => [{ title: 'Settings · Cadre' }];

export const loader = tenantLoader({ permission: 'organization:read' }, async ({ ctx, viewer, url }) => {
  const mayWrite = reachOf(viewer.role, 'organization:write') !== 'none';
  const settings = await getSettings(ctx);
  return {
    entered: enteredOf(heldSettings(settings)),
    revision: settings.revision,
    k: settings.suppressionK,
    zones: mayWrite ? timeZones() : [settings.timeZone],
    version: (await getMethod(ctx)).version,
    address: { name: viewer.organization.name, slug: viewer.organization.slug },
    done: url.searchParams.get('done') === 'yes',
    mayWrite,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Open = Exclude<SettingsAnswer, { kind: 'done' }>;
type Answer = TypedResponse<never> | ReturnType<typeof data<Open>>;

export const action = tenantAction(
  {
    permission: 'organization:write',
    body: readSettingsForm,
    refused: ({ kind, reason, errors }): Answer => {
      const answer = { kind: 'refused' as const, part: 'settings' as const, rows: [], reason, errors };
      return data(answer, { status: kind === 'conflict' ? 409 : 422 });
    },
  },
  async ({ ctx, viewer, context, body }): Promise<Answer> => {
    const answer = await obeySettingsForm({ ctx, viewer, context }, body);
    if (answer.kind === 'done') return redirect(`/o/${answer.slug}/settings?done=yes`);
    return data(answer, { status: answer.kind === 'refused' ? 422 : 200 });
  },
);

export default function GeneralSettings() {
  const { address, base, done, entered, k, mayWrite, revision, version, zones } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faultOf = (field: string) => answer?.errors?.find(({ pointer }) => pointer === field)?.detail;
  const shown = answer?.kind === 'preview' ? answer : null;
  const asked = answer?.entered ?? entered;
  const wanted = answer?.address ?? address;
  return (
    <>
      <PageHeader
        title="Settings"
        crumbs={[{ label: address.name, to: base }, { label: 'Settings' }]}
        asOf={`Version of the method ${version}`}
      />
      {answer?.kind === 'refused' ? (
        <Notice tone="bad" title="Nothing was changed" announce>
          {answer.reason}
        </Notice>
      ) : null}
      {done && !answer ? (
        <Notice tone="good" announce>
          The settings are changed.
        </Notice>
      ) : null}
      <div className="stack">
        {shown ? (
          <DifferenceCard rows={shown.rows} fields={shown.fields ?? []} backTo={`${base}/settings`} />
        ) : null}
        <AddressForm held={address} entered={wanted} mayWrite={mayWrite} faultOf={faultOf} />
        <SettingsForm key={revision} {...{ entered: asked, revision, zones, k, base, mayWrite, faultOf }} />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
