import type { TenantArgs } from '~/http/tenant-route.server';
import { listObservations } from '~/modules/assessments/queries/list-observations';
import { isDimension } from '~/modules/frameworks/domain/dimension';

const PAGE = 50;

/** A page of the observations within the viewer's reach; the address holds what it is narrowed to. */
export async function observationsState({ ctx, viewer, url }: TenantArgs) {
  const asked = url.searchParams.get('dimension') ?? '';
  const dimension = isDimension(asked) ? asked : null;
  const event = (url.searchParams.get('event') ?? '').trim().slice(0, 300);
  const from = url.searchParams.get('from') ?? '';
  const offset = /^[1-9][0-9]{0,6}$/u.test(from) ? Number(from) : 0;
  const found = await listObservations(ctx, viewer, { dimension, event, offset, limit: PAGE + 1 });
  const to = (next: number) => {
    const query = new URLSearchParams({ event, dimension: dimension ?? '', from: String(next) });
    return `?${query}`;
  };
  return {
    ...{ dimension, event, isNarrowed: event !== '' || dimension !== null },
    rows: found.slice(0, PAGE),
    laterTo: offset > 0 ? to(Math.max(0, offset - PAGE)) : null,
    earlierTo: found.length > PAGE ? to(offset + PAGE) : null,
    done: doneWords(url),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

function doneWords({ searchParams }: URL): string | null {
  if (searchParams.get('removed')) return 'Removed, with what it supported.';
  const entered = searchParams.get('entered') ?? '';
  if (!/^\d{1,7}$/u.test(entered)) return null;
  if (entered === '0') return 'All of it was known already.';
  return entered === '1' ? 'One observation was entered.' : `${entered} observations were entered.`;
}

export type ObservationsState = Awaited<ReturnType<typeof observationsState>>;
