import type { TenantArgs } from '~/http/tenant-route.server';
import { getCyclePage } from '~/modules/assessments/queries/get-cycle-page';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listNonRaters } from '~/modules/organizations/queries/list-non-raters';

const DONE: Readonly<Record<string, string>> = {
  saved: 'The cycle is saved.',
  closed:
    'The cycle is closed. Figures are released; ratings that were begun and not submitted do not count.',
  calibrated: 'The cycle is calibrated.',
  archived: 'The cycle is put away.',
  reopened: 'The cycle is open again.',
};

/** What the page of one cycle shows. */
export async function cycleState({ ctx, viewer, params, url, context }: TenantArgs) {
  const team = url.searchParams.get('team');
  const nonRaters = await listNonRaters(context.database, viewer.organization.id);
  const question = { cycleId: params['cycle'] ?? '', team, nonRaters };
  const { cycle, ...page } = await getCyclePage(ctx, viewer, question);
  const { frameworkVersions, openedAt, closedAt, teamScope: _scope, ...shown } = cycle;
  const done = Object.keys(DONE).find((key) => url.searchParams.has(key));
  return {
    ...page,
    cycle: {
      ...shown,
      openedAt: openedAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
      occupations: Object.keys(frameworkVersions).length,
    },
    timeZone: (await getSettings(ctx)).timeZone,
    done: done ? (DONE[done] ?? null) : null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

export type CycleState = Awaited<ReturnType<typeof cycleState>>;
