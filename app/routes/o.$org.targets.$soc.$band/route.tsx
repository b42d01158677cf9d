import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { type TenantArgs, tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getTargetProfile } from '~/modules/capability/queries/get-target-profile';
import { listCopyableTargets } from '~/modules/capability/queries/list-copyable-targets';
import { TargetCard } from '~/modules/capability/ui/targets/target-card';
import { TargetHistoryCard } from '~/modules/capability/ui/targets/target-history-card';
import { TargetMeanings } from '~/modules/capability/ui/targets/target-meanings';
import { TargetPreviewCard } from '~/modules/capability/ui/targets/target-preview-card';
import { TargetStanding } from '~/modules/capability/ui/targets/target-standing';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { isRoleBand, ROLE_BAND_LABELS, type RoleBand } from '~/modules/people/domain/role-band';
import { targetDayOr } from '~/modules/people/domain/target-day';
import { NotFound } from '~/shared/errors';
import { obeyTargetForm, type TargetPreview } from './obey-target-form.server';
import { readTargetForm } from './read-target-form.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? page.profile.title : 'Target profile'} · Cadre` },
];

function placeOf({ params }: Pick<TenantArgs, 'params'>): { soc: string; roleBand: RoleBand } {
  const band = Number(params['band']);
  if (!isRoleBand(band) || params['band'] !== String(band)) throw new NotFound('There is no such role band.');
  return { soc: params['soc'] ?? '', roleBand: band };
}

/** What one occupation asks in one role band on a day, and its history. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async (args) => {
  const { ctx, viewer, url } = args;
  const day = targetDayOr(url.searchParams.get('from'));
  const mayWrite = reachOf(viewer.role, 'catalogue:write') !== 'none';
  const profile = await getTargetProfile(ctx, { viewer, ...placeOf(args), day });
  const copies = mayWrite ? await listCopyableTargets(ctx, profile) : [];
  const copied = copies.find(({ id }) => id === url.searchParams.get('copy')) ?? null;
  return {
    profile,
    copies: copies.map(({ id, title, roleBand }) => ({
      id,
      label: `${title}, ${ROLE_BAND_LABELS[roleBand]}`,
    })),
    copied,
    mayWrite,
    saved: url.searchParams.has('saved'),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Open {
  readonly preview: TargetPreview | null;
  readonly refused: string | null;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Open>>;

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readTargetForm,
    refused: ({ kind, reason }): Answer =>
      data({ preview: null, refused: reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async (args): Promise<Answer> => {
    const { ctx, viewer, body } = args;
    const place = placeOf(args);
    const preview = await obeyTargetForm(ctx, place, body);
    if (preview) return data({ preview, refused: null });
    const day = `from=${body.from}&saved=1`;
    return redirect(`/o/${viewer.organization.slug}/targets/${place.soc}/${place.roleBand}?${day}`);
  },
);

export default function TargetProfilePage() {
  const { profile, copies, copied, mayWrite, saved, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer?.preview ?? null;
  const list = { label: 'Target profiles', to: `${base}/targets` };
  const band = ROLE_BAND_LABELS[profile.roleBand];
  return (
    <>
      <PageHeader
        title={`${profile.title}: ${band}`}
        crumbs={[{ label: organization, to: base }, list, { label: profile.soc }]}
      />
      <FormOutcome
        refused={answer?.refused ?? undefined}
        done={saved && !answer ? 'Saved. The figures follow within seconds.' : null}
      />
      <div className="stack">
        <TargetStanding profile={profile} />
        {preview ? <TargetPreviewCard preview={preview} /> : null}
        <TargetCard
          key={`${profile.revision} ${profile.day} ${copied?.id ?? ''}`}
          profile={profile}
          draft={preview ? preview.form.asked : (copied?.asked ?? null)}
          from={preview?.form.from ?? profile.day}
          copies={copies}
          copied={copied?.id ?? null}
          mayWrite={mayWrite}
        />
        <TargetMeanings profile={profile} base={base} />
        <TargetHistoryCard history={profile.history} today={profile.today} />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
