import type { TenantContext } from '#db/tenancy';
import { listPeopleOfTitles } from '~/modules/people/queries/list-people-of-titles';
import { NotFound } from '~/shared/errors';
import { judgedTitles } from './judged-titles';
import { type InboxTitle, inboxTitles } from './mapping-inbox';

/** Somebody who has one of the titles. */
export interface PersonToMap {
  readonly employeeId: string;
  readonly name: string;
  readonly externalId: string;
  readonly title: string;
  /** Occupations held on the day, the largest share first. */
  readonly held: readonly {
    readonly soc: string;
    readonly title: string;
    readonly share: number;
    readonly roleBand: number | null;
    readonly confirmed: boolean;
  }[];
}

export interface TitleOfInbox extends InboxTitle {
  readonly holders: readonly PersonToMap[];
  /** Everybody who has it, also those beyond `limit`. */
  readonly people: number;
}

/**
 * One cluster with its people, as the directory shows them, up to `limit`.
 * @throws NotFound when nobody has a title of this key on the day.
 */
export async function getTitleOfInbox(
  ctx: TenantContext,
  { key, day, limit }: { readonly key: string; readonly day: string; readonly limit: number },
): Promise<TitleOfInbox> {
  const question = { day, teamIds: null };
  const all = await judgedTitles(ctx, question);
  const cluster = all.clusters.find((one) => one.key === key);
  if (!cluster) throw new NotFound('Nobody has this title.');
  const [shown] = await inboxTitles(ctx, [cluster], all);
  if (!shown) throw new NotFound('Nobody has this title.');
  const titles = cluster.spellings.map(({ title }) => title);
  const people = await listPeopleOfTitles(ctx, { ...question, titles, limit });
  return {
    ...shown,
    holders: people.map(({ employeeId, name, externalId, title, occupations }) => ({
      employeeId,
      name,
      externalId,
      title,
      held: occupations.map(({ soc, share, roleBand, confirmedBy }) => ({
        soc,
        title: all.names.get(soc) ?? soc,
        share,
        roleBand,
        confirmed: confirmedBy !== null,
      })),
    })),
  };
}
