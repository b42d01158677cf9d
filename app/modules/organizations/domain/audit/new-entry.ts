import type { z } from 'zod';
import { AUDIT_ACTIONS, type AuditAction } from './actions';
import { canonicalJson, type Json } from './canonical-json';

/** An entry to be written; who acts and when comes from the transaction. */
export interface NewEntry<Action extends AuditAction = AuditAction> {
  readonly action: Action;
  readonly subject: {
    readonly kind: (typeof AUDIT_ACTIONS)[Action]['subjects'][number];
    readonly id: string;
  };
  readonly details: z.input<(typeof AUDIT_ACTIONS)[Action]['details']>;
  /** Values about a person: the log keeps a salted hash, the value itself stays until the person is erased. */
  readonly personal?: readonly NewPersonalValue[];
}

export interface NewPersonalValue {
  /** What it is, such as `email.before`. */
  readonly name: string;
  /** The employee or user. */
  readonly person: string;
  readonly value: string;
}

/** An entry as the database takes it. */
export interface WrittenEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Canonical JSON. */
  readonly details: string;
  readonly personal: readonly NewPersonalValue[];
}

/** Checks an entry against the catalogue. Throws ZodError or TypeError: what is not declared is a fault of the code. */
export function writtenEntry<Action extends AuditAction>(entry: NewEntry<Action>): WrittenEntry {
  const declared = AUDIT_ACTIONS[entry.action];
  const details = declared.details.parse(entry.details) as Json;
  return {
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    details: canonicalJson(details),
    personal: entry.personal ?? [],
  };
}
