import type { Catalogue } from '#db/catalogue';
import {
  listOnetRatings,
  listOnetTasks,
  listOnetTechnology,
  listOnetTools,
  listTaskImportance,
} from '../data/onet-attributes';
import { findJobZone, findOnetOccupation, listOnetTitles, listRelated } from '../data/onet-occupation-rows';
import type { LiveTable, OnetFamily, ReleaseTables } from '../domain/onet/live-tables';
import {
  type RatedElement,
  rankElements,
  type SuppressedElement,
  suppressedElements,
} from '../domain/onet/rated-elements';
import { findReleaseTables, type OnetContext, onetCatalogue } from './onet-reader';

const RATED = ['skills', 'knowledge', 'abilities', 'workStyles'] as const;
type RatedFamily = (typeof RATED)[number];

export interface OnetTask {
  /** The task's text. */
  readonly name: string;
  readonly taskId: number;
  /** Core or Supplemental; null where the source does not say. */
  readonly type: string | null;
  /** 1 to 5; null where it is not rated. */
  readonly importance: number | null;
}

export interface OnetTool {
  readonly name: string;
  /** The commodity, or from 30.3 on the element, that it belongs to. */
  readonly category: string;
  readonly categoryCode: string;
}

export interface OnetTechnology extends OnetTool {
  readonly hot: boolean;
  readonly inDemand: boolean;
}

/** A table that the release lacks and that an earlier release gave. */
export interface BorrowedTable {
  readonly family: OnetFamily;
  readonly release: string;
}

export interface OnetOccupation {
  readonly soc: string;
  readonly title: string;
  readonly description: string;
  /** 1 to 5; null for occupations without data. */
  readonly jobZone: number | null;
  readonly release: string;
  readonly borrowed: readonly BorrowedTable[];
  /** Every release that something here comes from, for their attribution. */
  readonly releases: readonly string[];
  readonly titles: readonly { readonly title: string; readonly kind: 'alternate' | 'reported' }[];
  readonly related: readonly { readonly soc: string; readonly title: string; readonly tier: string }[];
  readonly attributes: {
    readonly skills: readonly RatedElement[];
    readonly knowledge: readonly RatedElement[];
    readonly abilities: readonly RatedElement[];
    readonly workStyles: readonly RatedElement[];
    readonly technology: readonly OnetTechnology[];
    readonly tools: readonly OnetTool[];
    readonly tasks: readonly OnetTask[];
  };
  /** Elements that are rated, and whose figures the source advises not to show. */
  readonly suppressed: Readonly<Record<RatedFamily, readonly SuppressedElement[]>>;
}

const FAMILIES: readonly OnetFamily[] = [
  ...RATED,
  'technology',
  'tools',
  'tasks',
  'taskRatings',
  'alternateTitles',
  'reportedTitles',
  'related',
  'jobZones',
];

const loadsOf = (tables: readonly LiveTable[]) => tables.map(({ loadId }) => loadId);

/**
 * What a release of O*NET says of an occupation, the newest release when none is named. A table that the release
 * lacks is that of the newest earlier release which has it, and `borrowed` says so. Ratings that are to be
 * suppressed are left out, and `suppressed` names them.
 * @returns null when no release is loaded or the release does not know the code.
 * @throws NotFound for a release that was never loaded.
 */
export async function getOnetOccupation(
  ctx: OnetContext,
  { soc, release }: { readonly soc: string; readonly release?: string | undefined },
): Promise<OnetOccupation | null> {
  const tables = await findReleaseTables(ctx, release);
  if (!tables) return null;
  const catalogue = onetCatalogue(ctx);
  const of = (family: OnetFamily) => ({ loadIds: loadsOf(tables.find(family)), soc });
  const occupation = await findOnetOccupation(catalogue, of('occupations'));
  if (!occupation) return null;
  const borrowed = borrowedOf(tables);
  const occupationLoads = of('occupations').loadIds;
  const { suppressed, ...rated } = await ratedOf(catalogue, tables, soc);
  return {
    ...occupation,
    jobZone: (await findJobZone(catalogue, of('jobZones'))) ?? null,
    release: tables.release,
    borrowed,
    releases: [...new Set([tables.release, ...borrowed.map((table) => table.release)])],
    titles: await titlesOf(catalogue, tables, soc),
    related: await listRelated(catalogue, { ...of('related'), occupationLoads }),
    attributes: {
      ...rated,
      technology: (await listOnetTechnology(catalogue, of('technology'))).map(
        ({ hot, inDemand, ...tool }) => ({
          ...named(tool),
          hot: hot === true,
          inDemand: inDemand === true,
        }),
      ),
      tools: (await listOnetTools(catalogue, of('tools'))).map(named),
      tasks: await tasksOf(catalogue, tables, soc),
    },
    suppressed,
  };
}

function borrowedOf(tables: ReleaseTables): readonly BorrowedTable[] {
  return FAMILIES.flatMap((family) => {
    const [table] = tables.find(family);
    return table && table.release !== tables.release ? [{ family, release: table.release }] : [];
  });
}

interface Used {
  readonly example: string;
  readonly category: string;
  readonly categoryCode: string;
}

const named = ({ example, category, categoryCode }: Used): OnetTool => ({
  name: example,
  category,
  categoryCode,
});

/** The two kinds of title may come from different loads, one of which may hold both kinds. */
async function titlesOf(
  catalogue: Catalogue,
  tables: ReleaseTables,
  soc: string,
): Promise<OnetOccupation['titles']> {
  const alternate = loadsOf(tables.find('alternateTitles'));
  const reported = loadsOf(tables.find('reportedTitles'));
  const rows = await listOnetTitles(catalogue, { loadIds: [...new Set([...alternate, ...reported])], soc });
  return rows
    .filter(({ loadId, kind }) => (kind === 'reported' ? reported : alternate).includes(loadId))
    .map(({ title, kind }) => ({ title, kind: kind === 'reported' ? 'reported' : 'alternate' }));
}

async function ratedOf(catalogue: Catalogue, tables: ReleaseTables, soc: string) {
  const rows = await listOnetRatings(catalogue, {
    tables: RATED.flatMap((family) => tables.find(family)),
    soc,
  });
  const of = (family: RatedFamily) => {
    const datasets = tables.find(family).map(({ dataset }) => dataset);
    return rows.filter(({ dataset }) => datasets.includes(dataset));
  };
  const each = <T>(read: (own: ReturnType<typeof of>) => T): Record<RatedFamily, T> => ({
    skills: read(of('skills')),
    knowledge: read(of('knowledge')),
    abilities: read(of('abilities')),
    workStyles: read(of('workStyles')),
  });
  return { ...each(rankElements), suppressed: each(suppressedElements) };
}

async function tasksOf(
  catalogue: Catalogue,
  tables: ReleaseTables,
  soc: string,
): Promise<readonly OnetTask[]> {
  const of = (family: OnetFamily) => ({ loadIds: loadsOf(tables.find(family)), soc });
  const rows = await listOnetTasks(catalogue, of('tasks'));
  const ratings = await listTaskImportance(catalogue, of('taskRatings'));
  const importance = new Map(ratings.map(({ taskId, value }) => [taskId, value]));
  return rows.map(({ taskId, task, taskType }) => ({
    name: task,
    taskId,
    type: taskType,
    importance: importance.get(taskId) ?? null,
  }));
}
