import type { FieldError } from '~/shared/errors';
import { type ObservationFacts, observationKey } from './observation';
import type { ObservationRecord } from './observation-row';

/** A row that could be read, with its place. */
export interface ObservationLine {
  readonly pointer: string;
  readonly record: ObservationRecord;
}

export interface StoredObservation extends ObservationFacts {
  readonly observationId: string;
}

export interface ObservationLookups {
  /** Ids by personnel number. */
  readonly employees: ReadonlyMap<string, string>;
  /** Whom one may say something of; null: everybody. */
  readonly allowed: ReadonlySet<string> | null;
  /** The record of who enters it; null: none. */
  readonly enteredBy: string | null;
  /** What is known under the same keys. */
  readonly stored: ReadonlyMap<string, StoredObservation>;
}

export interface PlannedObservation extends ObservationFacts {
  readonly pointer: string;
  /** Null: it is new. */
  readonly observationId: string | null;
}

export interface ObservationsPlan {
  readonly created: readonly PlannedObservation[];
  readonly changed: readonly PlannedObservation[];
  readonly unchanged: number;
  readonly faults: readonly FieldError[];
}

/**
 * What observations change: a key that is not known is new; another outcome, note or observer takes the place of what was
 * said. Nobody enters or observes what is about themselves, and a file says one thing of each.
 */
export function planObservations(
  lines: readonly ObservationLine[],
  lookups: ObservationLookups,
): ObservationsPlan {
  const faults: FieldError[] = [];
  const planned = new Map<string, PlannedObservation>();
  let unchanged = 0;
  for (const line of lines) {
    const facts = factsOf(line, lookups);
    if ('fault' in facts) {
      faults.push({ pointer: line.pointer, detail: facts.fault });
      continue;
    }
    const key = observationKey(facts);
    const before = planned.get(key);
    if (before && !sameFacts(before, facts))
      faults.push({ pointer: line.pointer, detail: `Says otherwise than ${before.pointer}.` });
    else if (before) unchanged += 1;
    else
      planned.set(key, {
        ...facts,
        pointer: line.pointer,
        observationId: lookups.stored.get(key)?.observationId ?? null,
      });
  }
  const all = [...planned].map(([key, one]) => ({ one, stored: lookups.stored.get(key) }));
  const changed = all.filter(({ one, stored }) => stored && !sameFacts(stored, one));
  const created = all.filter(({ stored }) => !stored);
  return {
    created: created.map(({ one }) => one),
    changed: changed.map(({ one }) => one),
    unchanged: unchanged + all.length - changed.length - created.length,
    faults,
  };
}

/** The ids of a row's people, and whether the row may be entered. */
export function factsOf(
  { record }: ObservationLine,
  { employees, allowed, enteredBy }: Omit<ObservationLookups, 'stored'>,
): ObservationFacts | { readonly fault: string } {
  const { employeeExternalId, observerExternalId, ...rest } = record;
  const employeeId = employees.get(employeeExternalId);
  if (employeeId === undefined || (allowed && !allowed.has(employeeId)))
    return {
      fault: `employee_external_id: ${JSON.stringify(employeeExternalId)} is nobody whom you may rate.`,
    };
  const observerId = observerExternalId === null ? null : employees.get(observerExternalId);
  if (observerId === undefined)
    return { fault: `observer_external_id: ${JSON.stringify(observerExternalId)} is nobody here.` };
  if (employeeId === enteredBy) return { fault: 'This is about yourself: somebody else enters it.' };
  if (employeeId === observerId) return { fault: 'observer_external_id: people do not observe themselves.' };
  return { ...rest, employeeId, observerId };
}

function sameFacts(a: ObservationFacts, b: ObservationFacts): boolean {
  return a.outcome === b.outcome && a.note === b.note && a.observerId === b.observerId;
}
