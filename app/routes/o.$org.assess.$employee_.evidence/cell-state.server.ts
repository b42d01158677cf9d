import type { TenantArgs } from '~/http/tenant-route.server';
import { ownCellEvidence } from '~/modules/assessments/queries/own-cell-evidence';
import { cycleOf } from '../o.$org.assess._index/grid-state.server';

const DONE_WORDS: Readonly<Record<string, string>> = {
  add: 'Added. It strengthens the level once the rating is submitted and somebody else accepts it.',
  remove: 'Removed.',
};

/** One cell of the viewer's own rating with what supports it. */
export async function cellState({ ctx, viewer, params, url }: TenantArgs) {
  const cycleId = cycleOf(url.searchParams.get('cycle') ?? '');
  const page = await ownCellEvidence(ctx, viewer, {
    ...{ employeeId: params['employee'] ?? '', cycleId },
    dimension: url.searchParams.get('dimension') ?? '',
  });
  const { employeeId, name, own, dimension, cell, hindrance, cycle } = page;
  const base = `/o/${viewer.organization.slug}`;
  return {
    ...{ name, own, dimension, hindrance, base, value: cell?.value ?? null },
    evidence: page.evidence.map(({ evidenceId, kind, body, url: address, host, file, acceptedBy }) => ({
      ...{ evidenceId, kind, body, url: address, host, file, isAccepted: acceptedBy !== null },
    })),
    here: `${base}/assess/${employeeId}`,
    cycleName: cycle?.name ?? null,
    query: `?cycle=${cycleId ?? 'own'}`,
    organization: viewer.organization.name,
    done: DONE_WORDS[url.searchParams.get('done') ?? ''] ?? null,
  };
}
