import type { TenantContext } from '#db/tenancy';
import { listPeopleWithTakenEmail } from '../data/email-owners';
import { listTouchedPeople, type TouchedPerson } from '../data/import-changes';
import { listPeopleReferredTo, listReportsOutside } from '../data/restored-people';

/** Somebody whom taking an import back leaves as they are, and why. */
export interface LeftPerson {
  readonly employeeId: string;
  readonly externalId: string;
  readonly name: string;
  readonly reason: 'changed' | 'in_use' | 'email_taken';
}

/** What taking an import back would do now; the same look decides when it is done. */
export async function getUndoPlan(ctx: TenantContext, importId: string): Promise<UndoPlan> {
  const touched = await listTouchedPeople(ctx, importId);
  const left: LeftPerson[] = [];
  const leave = (person: TouchedPerson, reason: LeftPerson['reason']) => {
    const { employeeId, externalId, name } = person;
    left.push({ employeeId, externalId, name, reason });
  };
  for (const person of touched) if (!person.untouched) leave(person, 'changed');
  const candidates = touched.filter((person) => person.untouched);
  const used = await usedPeople(ctx, candidates);
  for (const person of candidates) if (used.has(person.employeeId)) leave(person, 'in_use');
  const taken = await takenEmails(ctx, candidates, left);
  for (const person of candidates) if (taken.has(person.employeeId)) leave(person, 'email_taken');
  const stays = new Set(left.map((person) => person.employeeId));
  const back = candidates.filter((person) => !stays.has(person.employeeId));
  return {
    restore: back.filter((person) => !person.made).map((person) => person.employeeId),
    remove: back.filter((person) => person.made).map((person) => person.employeeId),
    left,
  };
}

export interface UndoPlan {
  readonly restore: readonly string[];
  readonly remove: readonly string[];
  readonly left: readonly LeftPerson[];
}

/** People whom the import made and who are needed by now: something stands of them, or they manage somebody who stays. */
async function usedPeople(
  ctx: TenantContext,
  candidates: readonly TouchedPerson[],
): Promise<ReadonlySet<string>> {
  const made = candidates.filter((person) => person.made).map((person) => person.employeeId);
  if (made.length === 0) return new Set();
  const used = new Set(await listPeopleReferredTo(ctx, made));
  const restored = candidates.filter((person) => !person.made).map((person) => person.employeeId);
  for (;;) {
    const goes = made.filter((id) => !used.has(id));
    const needed = await listReportsOutside(ctx, goes, restored);
    if (needed.length === 0) return used;
    for (const id of needed) used.add(id);
  }
}

/** People whose e-mail of before somebody has by now who keeps it. */
async function takenEmails(
  ctx: TenantContext,
  candidates: readonly TouchedPerson[],
  left: readonly LeftPerson[],
): Promise<ReadonlySet<string>> {
  const stays = new Set(left.map((person) => person.employeeId));
  return new Set(
    await listPeopleWithTakenEmail(
      ctx,
      candidates.filter(({ employeeId }) => !stays.has(employeeId)),
    ),
  );
}
