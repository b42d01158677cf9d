import type { TenantContext } from '#db/tenancy';
import { listOccupations } from '~/modules/occupations/queries/list-occupations';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { ROLE_BANDS, type RoleBand } from '~/modules/people/domain/role-band';
import { countTargetHolders } from '~/modules/people/queries/count-target-holders';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';
import { getMethod } from './get-method';
import { getTargetReach } from './get-target-reach';
import { titlesOf } from './titles-of';

export interface OverviewQuestion {
  readonly viewer: Pick<Viewer, 'role' | 'teamScope'>;
  /** A code or words of a title: any occupation; empty: those of people whom the viewer is told, or with a written profile. */
  readonly query: string;
  /** Only occupations with a code after this one; null: from the beginning. */
  readonly after: string | null;
  readonly limit: number;
}

export interface BandOverview {
  readonly band: RoleBand;
  /** null: the default holds. */
  readonly written: { readonly dimensions: number; readonly critical: number } | null;
  /** Whom it sets targets; null where the viewer is not told. */
  readonly people: number | null;
}

export interface TargetOverview {
  readonly day: string;
  readonly total: number;
  /** What counts of people are about. */
  readonly counted: 'everybody' | 'own teams' | 'nobody';
  readonly items: readonly {
    readonly soc: string;
    readonly title: string;
    readonly bands: readonly BandOverview[];
  }[];
  readonly next: string | null;
}

/** The occupations of the organization with what each band is asked for today, by code. */
export async function listTargetOverview(
  ctx: TenantContext,
  { viewer, query, after, limit }: OverviewQuestion,
): Promise<TargetOverview> {
  const { today: day, constants } = await getMethod(ctx);
  const { minimumShare } = constants;
  const reach = await getTargetReach(ctx, viewer, day);
  const told = reach ? await countTargetHolders(ctx, { day, minimumShare, teamIds: reach.teamIds }) : [];
  const written = Map.groupBy(await listWrittenTargets(ctx, day), pairOf);
  const people = new Map(told.map((row) => [pairOf(row), row.people]));
  const used = [...told, ...[...written.values()].flat()].map(({ soc }) => soc);
  const found = query === '' ? null : await listOccupations(ctx, { query, limit: FOUND });
  const codes = found ? found.items.map(({ soc }) => soc) : [...new Set(used)].sort();
  const page = codes.filter((soc) => found !== null || after === null || soc > after).slice(0, limit);
  const titles = await titlesOf(ctx, page);
  const last = page.at(-1);
  return {
    day,
    total: codes.length,
    counted: reach === null ? 'nobody' : reach.teamIds === null ? 'everybody' : 'own teams',
    items: page.map((soc) => ({
      soc,
      title: titles[soc] ?? soc,
      bands: ROLE_BANDS.map((band) => {
        const rows = written.get(pairOf({ soc, roleBand: band }));
        return {
          band,
          written: rows ? sizeOf(rows) : null,
          people: reach === null ? null : (people.get(pairOf({ soc, roleBand: band })) ?? 0),
        };
      }),
    })),
    next: found === null && last !== undefined && last !== codes.at(-1) ? last : null,
  };
}

/** Occupations that one search gives; a search is narrowed by its words, not by paging. */
const FOUND = 50;

const pairOf = ({ soc, roleBand }: { readonly soc: string; readonly roleBand: number }) =>
  `${soc} ${roleBand}`;

function sizeOf(rows: readonly { readonly weight: number; readonly critical: boolean }[]) {
  const counting = rows.filter(({ weight }) => weight > 0);
  return { dimensions: counting.length, critical: counting.filter(({ critical }) => critical).length };
}
