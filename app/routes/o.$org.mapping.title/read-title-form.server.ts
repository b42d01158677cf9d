import { readFields } from '~/http/read-fields.server';
import { readChoice } from '~/modules/occupations/domain/mapping/mapping-choices';
import type {
  MappingConfirmation,
  MappingDecision,
} from '~/modules/occupations/domain/mapping/mapping-decision';
import type { OccupationShare } from '~/modules/occupations/domain/mapping/occupation-shares';
import { parseShares } from '~/modules/occupations/domain/mapping/shares-text';
import { isRoleBand } from '~/modules/people/domain/role-band';
import { isDay } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';

const SINGLE = [
  'key',
  'version',
  'choice',
  'soc1',
  'share1',
  'soc2',
  'share2',
  'band',
  'from',
  'who',
] as const;

/** Reads what somebody decided about one title: its occupation or split, from when, and for whom. Throws InvalidInput. */
export async function readTitleForm(request: Request): Promise<MappingConfirmation> {
  const { one, many } = await readFields(request, { single: SINGLE, several: ['person'] });
  const version = Number(one.version);
  if (one.key === '' || !Number.isSafeInteger(version) || version < 0)
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  if (one.from !== '' && !isDay(one.from))
    throw refused('from', 'The day is none.', 'Write a day, such as 2026-01-31, or leave it empty.');
  const band = Number(one.band);
  const occupations = occupationsOf(one).map((share) => ({
    ...share,
    roleBand: isRoleBand(band) ? band : share.roleBand,
  }));
  const people = readChoice(one.choice).keeps ? ('none' as const) : peopleOf(one.who, many.person);
  const decision = { key: one.key, version, occupations, people };
  return { decisions: [decision], from: one.from === '' ? null : one.from };
}

function occupationsOf(one: Readonly<Record<(typeof SINGLE)[number], string>>): OccupationShare[] {
  if (one.choice !== 'written') return parseShares(readChoice(one.choice).shares);
  const written = [
    { soc: one.soc1.trim(), share: one.share1.trim() },
    { soc: one.soc2.trim(), share: one.share2.trim() },
  ].filter(({ soc }) => soc !== '');
  if (written.length === 0) throw refused('soc1', 'Write a code.', 'Such as 33-9032.00.');
  const alone = written.length === 1;
  return written.map(({ soc, share }) => ({
    soc,
    share: alone && share === '' ? 100 : Number(share || Number.NaN),
    roleBand: null,
  }));
}

function peopleOf(who: string, ids: readonly string[]): MappingDecision['people'] {
  if (who === 'waiting' || who === 'all') return who;
  const known = ids.filter((id) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id));
  if (known.length === 0 || known.length < ids.length)
    throw refused('person', 'Tick the people who are meant.', 'Nobody is ticked.');
  return [...new Set(known)];
}

function refused(pointer: string, reason: string, detail: string): InvalidInput {
  return new InvalidInput(reason, [{ pointer, detail }]);
}
