import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { bulkSettings } from '~/modules/capability/domain/targets/bulk-targets';
import { getMethod } from '~/modules/capability/queries/get-method';
import { listBulkProfiles } from '~/modules/capability/queries/list-bulk-profiles';
import { BulkFields } from '~/modules/capability/ui/targets/bulk-fields';
import { BulkPreviewCard } from '~/modules/capability/ui/targets/bulk-preview-card';
import { changeTargets } from '~/modules/people/commands/change-targets';
import { planTargets, realChanges, type TargetChange } from '~/modules/people/domain/plan-targets';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { profileKey } from '~/modules/people/domain/unwritten-profiles';
import { listTargetPeriods } from '~/modules/people/queries/list-target-periods';
import { readBulkForm, readPairs } from './read-bulk-form.server';

export const meta: MetaFunction = () => [{ title: 'Change target profiles · Cadre' }];

const LISTED = 200;

/** Several target profiles, to set dimensions of all of them at once. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async ({ ctx, viewer, url }) => {
  const { today } = await getMethod(ctx);
  const { profiles } = await listBulkProfiles(ctx, readPairs(url.searchParams.getAll('profile')), today);
  return {
    today,
    profiles: profiles.map(({ soc, roleBand, title, written }) => ({
      id: `${soc}:${roleBand}`,
      label: `${title}, ${ROLE_BAND_LABELS[roleBand]}`,
      isWritten: written !== null,
    })),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Preview {
  readonly changes: readonly (TargetChange & { readonly profile: string; readonly wasDefault: boolean })[];
  readonly total: number;
  readonly people: number;
  readonly becomeWritten: number;
  readonly revision: string;
  readonly form: Awaited<ReturnType<typeof readBulkForm>>;
}
interface Open {
  readonly preview: Preview | null;
  readonly refused: string | null;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Open>>;

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readBulkForm,
    refused: ({ kind, reason }): Answer =>
      data({ preview: null, refused: reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    const { profiles, revision, people } = await listBulkProfiles(ctx, body.pairs, body.from);
    const settings = bulkSettings(profiles, body.change);
    if (body.intent === 'save') {
      await changeTargets(ctx, { settings, from: body.from, revision: body.revision });
      return redirect(`/o/${viewer.organization.slug}/targets?changed=${body.pairs.length}`);
    }
    const known = await listTargetPeriods(ctx, [...new Set(body.pairs.map(({ soc }) => soc))]);
    const changes = realChanges(planTargets(known, settings, { from: body.from }).changes);
    const titles = new Map(profiles.map((one) => [`${one.soc}:${one.roleBand}`, one.title]));
    const unwritten = profiles.filter(({ written }) => written === null);
    const defaults = new Set(unwritten.map(profileKey));
    return data({
      preview: {
        changes: changes.slice(0, LISTED).map((change) => ({
          ...change,
          wasDefault: defaults.has(profileKey(change)),
          profile: `${titles.get(`${change.soc}:${change.roleBand}`)}, ${ROLE_BAND_LABELS[change.roleBand]}`,
        })),
        total: changes.length,
        becomeWritten: new Set(changes.map(profileKey).filter((key) => defaults.has(key))).size,
        people,
        revision,
        form: body,
      },
      refused: null,
    });
  },
);

export default function ChangeTargetsPage() {
  const { today, profiles, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const list = { label: 'Target profiles', to: `${base}/targets` };
  return (
    <>
      <PageHeader
        title="Change target profiles together"
        crumbs={[{ label: organization, to: base }, list, { label: 'Change' }]}
      />
      <FormOutcome refused={answer?.refused ?? undefined} done={null} />
      {profiles.length === 0 ? (
        <EmptyState
          title="No profile chosen"
          action={<ButtonLink to={`${base}/targets`}>Choose profiles</ButtonLink>}
        >
          Choose profiles in the list of target profiles, then change them here together.
        </EmptyState>
      ) : (
        <div className="stack">
          {answer?.preview ? <BulkPreviewCard preview={answer.preview} listed={LISTED} /> : null}
          <BulkFields profiles={profiles} today={today} />
        </div>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
