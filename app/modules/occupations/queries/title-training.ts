import { Conflict } from '~/shared/errors';
import { listTrainingRows, type TrainingRow, type TrainingRowsPage } from '../data/title-training-rows';
import type { OnetFamily } from '../domain/onet/live-tables';
import { findReleaseTables, type OnetContext, onetCatalogue } from './onet-reader';

export type { TrainingRow } from '../data/title-training-rows';

/** Occupations of one page: about 2 MB of text of a real release. */
const PAGE = 250;

/** The release that titles are matched by. */
export interface TitleRelease {
  /** Its number. */
  readonly release: string;
  /** Differs whenever another load serves a table of it. */
  readonly key: string;
  readonly loads: Omit<TrainingRowsPage, 'after' | 'limit'>;
}

/** The newest release with the loads that serve its titles and tasks; null when none describes occupations. */
export async function findTitleRelease(ctx: OnetContext): Promise<TitleRelease | null> {
  const tables = await findReleaseTables(ctx);
  if (!tables) return null;
  const loadsOf = (family: OnetFamily) => tables.find(family).map(({ loadId }) => loadId);
  const loads = {
    occupations: loadsOf('occupations'),
    alternateTitles: loadsOf('alternateTitles'),
    reportedTitles: loadsOf('reportedTitles'),
    tasks: loadsOf('tasks'),
  };
  return { release: tables.release, key: `${tables.release} ${JSON.stringify(loads)}`, loads };
}

/** As findTitleRelease. @throws Conflict when no release that describes occupations is loaded. */
export async function requireTitleRelease(ctx: OnetContext): Promise<TitleRelease> {
  const release = await findTitleRelease(ctx);
  if (!release) throw new Conflict(NO_RELEASE);
  return release;
}

const NO_RELEASE =
  'Titles are matched with an O*NET release, and none is loaded. The operator loads one with: cadre import FOLDER.';

/** What titles are matched by, page by page in order of code, so that a whole release is never held. */
export async function* listTitleTraining(
  ctx: OnetContext,
  { loads }: TitleRelease,
): AsyncGenerator<readonly TrainingRow[]> {
  for (let after = ''; ; ) {
    const rows = await listTrainingRows(onetCatalogue(ctx), { ...loads, after, limit: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.soc;
  }
}
