import { CHANGE_KINDS, type ChangeKind, type ReleaseChange } from '../domain/onet/release-changes';
import { compareReleases, type ReleaseDifference } from './onet-difference';
import type { OnetContext } from './onet-reader';

export interface ReleaseQuestion {
  readonly from: string;
  readonly to: string;
  /** Only this occupation; not given: all. */
  readonly soc?: string | undefined;
  readonly kind: ChangeKind;
  /** From 1. */
  readonly page: number;
  /** Changes of one page. */
  readonly limit: number;
}

export interface ReleaseChanges {
  /** How many there are of each kind; null where one of the releases lacks the table. */
  readonly counts: Readonly<Record<ChangeKind, number | null>>;
  readonly changes: readonly ReleaseChange[];
  /** How many pages the kind has, at least 1. */
  readonly pages: number;
}

/**
 * One page of what differs between two releases of O*NET, by occupation.
 * @throws NotFound for a release that is not loaded.
 */
export async function listReleaseChanges(
  ctx: OnetContext,
  question: ReleaseQuestion,
): Promise<ReleaseChanges> {
  const { kind, page, limit } = question;
  const all = changesOf(await compareReleases(ctx, question));
  const listed = all[kind] ?? [];
  const counts = Object.fromEntries(CHANGE_KINDS.map((one) => [one, all[one]?.length ?? null]));
  return {
    counts: counts as Record<ChangeKind, number | null>,
    changes: listed.slice((page - 1) * limit, page * limit),
    pages: Math.max(1, Math.ceil(listed.length / limit)),
  };
}

type Changes = readonly ReleaseChange[] | null;

function changesOf(difference: ReleaseDifference): Readonly<Record<ChangeKind, Changes>> {
  const { tasks, alternateTitles, reportedTitles, jobZones, occupations } = difference;
  const titles = (list: readonly { soc: string; title: string }[] | undefined) =>
    list?.map(({ soc, title }) => ({ soc, text: title }));
  return {
    tasks_added: came(tasks?.added),
    tasks_removed: went(tasks?.removed),
    tasks_reworded: tasks?.reworded ?? null,
    alternate_titles_added: came(titles(alternateTitles?.added)),
    alternate_titles_removed: went(titles(alternateTitles?.removed)),
    reported_titles_added: came(titles(reportedTitles?.added)),
    reported_titles_removed: went(titles(reportedTitles?.removed)),
    job_zones_changed:
      jobZones?.map(({ soc, before, after }) => ({
        soc,
        before: before?.toString() ?? null,
        after: after?.toString() ?? null,
      })) ?? null,
    occupations_added: came(titles(occupations?.added)),
    occupations_removed: went(titles(occupations?.removed)),
    occupations_retitled: occupations?.retitled ?? null,
    occupations_redescribed:
      occupations?.redescribed.map((soc) => ({ soc, before: null, after: null })) ?? null,
  };
}

interface Text {
  readonly soc: string;
  readonly text: string;
}

const came = (list: readonly Text[] | undefined): Changes =>
  list?.map(({ soc, text }) => ({ soc, before: null, after: text })) ?? null;
const went = (list: readonly Text[] | undefined): Changes =>
  list?.map(({ soc, text }) => ({ soc, before: text, after: null })) ?? null;
