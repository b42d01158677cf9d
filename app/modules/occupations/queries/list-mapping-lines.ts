import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import type { InboxFilter } from '../domain/mapping/mapping-state';
import { getMappingInbox, type InboxTitle } from './mapping-inbox';

const HEADER = [
  ...['title', 'spellings', 'people', 'unmapped', 'state', 'held', 'decided'],
  ...['occupation', 'occupation_title', 'score', 'matched_title', 'reason', 'matching'],
];

/** Whether the catalogue was asked for a title: what an empty proposal means. */
type Matching = 'matched' | 'nothing_found' | 'waiting' | 'no_release';

/**
 * The titles that people have as a table, in the order of the inbox: why each is to be looked at, what its people hold,
 * what a person decided, the first candidate, which nobody has confirmed, and whether the title was matched yet. The
 * first column is what `cadre match` reads.
 */
export async function listMappingLines(
  ctx: TenantContext,
  { filter, query }: { readonly filter: InboxFilter; readonly query: string },
) {
  const day = await organizationDay(ctx);
  const question = { day, teamIds: null, filter, query, page: 1, limit: Number.MAX_SAFE_INTEGER };
  const { titles, release } = await getMappingInbox(ctx, question);
  const rows = titles.map((title) => [...lineOf(title), matchingOf(title, release)]);
  return { name: `titles-${day}`, header: HEADER, rows };
}

function matchingOf({ candidates }: InboxTitle, release: string | null): Matching {
  if (release === null) return 'no_release';
  if (candidates === null) return 'waiting';
  return candidates.length > 0 ? 'matched' : 'nothing_found';
}

function lineOf({ title, spellings, people, unmapped, states, held, remembered, candidates }: InboxTitle) {
  const first = candidates?.[0];
  return [
    ...[title, spellings.length, people, unmapped, states.join(';')],
    held.map((one) => `${one.soc}:${one.people}`).join(';'),
    (remembered ?? []).map(({ soc, share }) => `${soc}:${share}`).join(';'),
    ...(first ? [first.soc, first.title, first.score, first.matchedTitle, first.reason] : NONE),
  ];
}

const NONE = ['', '', null, '', ''];
