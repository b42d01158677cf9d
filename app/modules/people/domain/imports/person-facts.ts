import { type EmployeeState, sameEmployment, sameOccupation } from '../employee-state';
import type { Period, SameFacts, Timeline } from '../timeline';

/** Ids by what states name: external id, team path, site name. */
export interface FactIds {
  readonly employees: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
}

/**
 * All that an import can change of a person, as PostgreSQL writes it as jsonb (keys by length, then by letters; a blank
 * after each colon and comma), so that the text, and its hash, are those of the database (data/import-changes.ts).
 */
export function factsText(state: EmployeeState, ids: FactIds): string {
  const { name, email, kind, startedOn, endedOn } = state;
  const person = `{"kind": ${text(kind)}, "name": ${text(name)}, "email": ${text(email)}, "ended_on": ${text(endedOn)}, "started_on": ${text(startedOn)}}`;
  const employments = state.employments.map(({ validFrom, validTo, facts }) => {
    const site = facts.site === null ? null : idIn(ids.sites, facts.site);
    const manager = facts.managerExternalId === null ? null : idIn(ids.employees, facts.managerExternalId);
    return (
      `{"title": ${text(facts.title)}, "status": ${text(facts.status)}, "absence": ${text(facts.absence)}, ` +
      `"site_id": ${text(site)}, "team_id": ${text(idIn(ids.teams, facts.team))}, "valid_to": ${text(validTo)}, ` +
      `"available": ${facts.available}, "manager_id": ${text(manager)}, "valid_from": ${text(validFrom)}}`
    );
  });
  const occupations = [...state.occupations]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([soc, timeline]) =>
      timeline.map(
        ({ validFrom, validTo, facts }) =>
          `{"soc": ${text(soc)}, "share": ${facts.share}, "valid_to": ${text(validTo)}, "role_band": ${facts.roleBand}, ` +
          `"valid_from": ${text(validFrom)}, "confirmed_by": ${text(facts.confirmedBy)}}`,
      ),
    );
  return `{"person": ${person}, "employments": [${employments.join(', ')}], "occupations": [${occupations.join(', ')}]}`;
}

/** The state as it stands once the change is stored: a period that counts as the same is not written, and stays as it was. */
export function storedState(before: EmployeeState | undefined, after: EmployeeState): EmployeeState {
  if (!before) return after;
  const occupations = new Map(
    [...after.occupations].map(([soc, timeline]) => [
      soc,
      stored(before.occupations.get(soc) ?? [], timeline, sameOccupation),
    ]),
  );
  return {
    ...after,
    employments: stored(before.employments, after.employments, sameEmployment),
    occupations,
  };
}

function stored<Facts>(
  before: Timeline<Facts>,
  after: Timeline<Facts>,
  same: SameFacts<Facts>,
): Timeline<Facts> {
  const known = new Map<string, Period<Facts>>(before.map((period) => [period.validFrom, period]));
  return after.map((period) => {
    const was = known.get(period.validFrom);
    return was && was.validTo === period.validTo && same(was.facts, period.facts) ? was : period;
  });
}

function text(value: string | null): string {
  return JSON.stringify(value);
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error('a name of the plan has no id');
  return id;
}
