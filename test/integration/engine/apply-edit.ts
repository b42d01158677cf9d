import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { withdrawRating } from '~/modules/assessments/commands/withdraw-rating';
import { listStandingRatings } from '~/modules/assessments/queries/list-standing-ratings';
import { changeMethod } from '~/modules/capability/commands/change-method';
import { erasePerson } from '~/modules/capability/commands/erase-person';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';
import { moveTeam } from '~/modules/people/commands/move-team';
import { withdrawTeamChange } from '~/modules/people/commands/withdraw-team-change';
import { listTeamPlaces } from '~/modules/people/data/teams';
import { addDays } from '~/shared/calendar-day';
import { isCadreError } from '~/shared/errors';
import { type Edit, PEOPLE, SOCS, TEAMS } from './edits';

type Happening = Exclude<Edit, { kind: 'days' }>;

export const TARGETS = [
  'occupation,role_band,dimension,level,weight,critical',
  `${SOCS[0]},1,communication,2,2,yes`,
  `${SOCS[0]},1,ai_use,1,1,no`,
  `${SOCS[0]},2,communication,3,3,yes`,
  `${SOCS[0]},2,mastery,3,2,yes`,
  `${SOCS[1]},2,leadership,3,2,yes`,
  '',
].join('\n');

/** Does it; what is refused as people would be told is no fault. */
export async function applyEdit(ctx: TenantContext, edit: Happening, today: string): Promise<void> {
  await apply(ctx, edit, today).catch((error: unknown) => {
    if (!isCadreError(error)) throw error;
  });
}

async function apply(ctx: TenantContext, edit: Happening, today: string): Promise<void> {
  if (edit.kind === 'move') {
    const [team, under] = [
      await teamOf(ctx, edit.team),
      edit.under === null ? null : await teamOf(ctx, edit.under),
    ];
    if (team && under !== undefined)
      await moveTeam(ctx, { teamId: team, parentId: under, from: addDays(today, edit.ahead) });
    return;
  }
  if (edit.kind === 'planned') {
    const team = await teamOf(ctx, edit.team);
    const day = (await listTeamPlaces(ctx)).find(
      (place) => place.teamId === team && place.validFrom > today,
    )?.validFrom;
    if (team && day) await withdrawTeamChange(ctx, { teamId: team, day });
    return;
  }
  if (edit.kind === 'withdraw' || edit.kind === 'erase') {
    const employeeId = await personOf(ctx, edit.person);
    if (!employeeId) return;
    if (edit.kind === 'erase') {
      await erasePerson(ctx, { employeeId, userId: null }, randomUUID());
      return;
    }
    const standing = await listStandingRatings(ctx, employeeId);
    const rating = standing[edit.which % standing.length];
    if (rating) await withdrawRating(ctx, { ...rating, employeeId });
    return;
  }
  if (edit.kind === 'method') {
    const { instruments, halfLifeMonths } = edit;
    return changeMethod(ctx, { instruments, constants: { halfLifeMonths } });
  }
  const given = { today: addDays(today, edit.kind === 'ratings' ? 0 : edit.ahead), importedBy: 'test' };
  if (edit.kind === 'targets') {
    const text = `${TARGETS}${SOCS[1]},3,communication,${edit.level},2,yes\n${SOCS[0]},4,leadership,2,1,no\n`;
    await importTargets(ctx, { file: 'targets.csv', text, ...given });
    return;
  }
  if (edit.kind === 'people') {
    const lines = edit.people.map(({ team, status, available, occupation, band, site, kind }, index) =>
      [
        `E${index}`,
        `Person ${index}`,
        `p${index}@example.org`,
        'Guard',
        TEAMS[team],
        occupation,
        occupation ? band : '',
        '2020-01-01',
        status,
        available ? 'yes' : 'no',
        site,
        kind,
      ].join(','),
    );
    const header =
      'external_id,name,email,title,team,occupation,role_band,started_on,status,available,site,kind';
    await importEmployees(ctx, { file: 'employees.csv', text: [header, ...lines, ''].join('\n'), ...given });
    return;
  }
  const keys = new Set<string>();
  const lines = edit.ratings.flatMap(({ person: index, rater, daysAgo, dimension, level, soc }) => {
    const day = addDays(today, -daysAgo);
    const key = `${index} ${rater} ${day} ${soc} ${dimension}`;
    if (day < '2020-01-01' || keys.has(key)) return [];
    keys.add(key);
    const raterId = rater === 'self' ? `E${index}` : rater === 'manager' ? `E${(index + 1) % PEOPLE}` : '';
    return [
      [
        `E${index}`,
        rater,
        raterId,
        day,
        soc,
        dimension,
        level,
        rater === 'manager' && index % 2 ? 'seen' : '',
      ].join(','),
    ];
  });
  const header =
    'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence';
  if (lines.length > 0)
    await importAssessments(ctx, {
      file: 'assessments.csv',
      text: [header, ...lines, ''].join('\n'),
      ...given,
      frameworkVersionsOf: (soc) => ({ durable: today, mastery: `é of ${soc}` }),
    });
}

/** The team of the name that the files give it, wherever it stands now. */
async function teamOf(ctx: TenantContext, index: number): Promise<string | undefined> {
  const name = TEAMS[index]?.split(' / ').at(-1);
  const { tx } = ctx;
  const row = await tx
    .selectFrom('teams')
    .select('teamId')
    .where('name', '=', name ?? '')
    .orderBy('teamId')
    .executeTakeFirst();
  return row?.teamId;
}

async function personOf({ tx }: TenantContext, index: number): Promise<string | undefined> {
  const row = await tx
    .selectFrom('employees')
    .select('employeeId')
    .where('externalId', '=', `E${index}`)
    .executeTakeFirst();
  return row?.employeeId;
}
