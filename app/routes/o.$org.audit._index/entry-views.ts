import { settingInWords } from '~/modules/capability/domain/setting-words';
import { actionWords } from '~/modules/organizations/domain/audit/actions';
import { sentenceCase } from '~/modules/organizations/domain/audit/detail-words';
import {
  type EntryInWords,
  entryInWords,
  type Reference,
  roleLabel,
} from '~/modules/organizations/domain/audit/entry-in-words';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import type { NamedActor } from '~/modules/organizations/queries/list-actors';
import type { AuditEntryRow, AuditPage } from '~/modules/organizations/queries/list-audit-entries';
import type { AuditEntryView } from '~/modules/organizations/ui/audit-entry';
import type { LineWords } from '../o.$org.audit.export/export-lines';
import { type AuditState, searchOf } from './audit-state';
import { keyInWords } from './key-words';

/** Names of what entries are about, by `kind:id`. */
export type SubjectNames = ReadonlyMap<string, string>;

/** Names of all that a part of the log tells of. */
export interface AuditNames {
  readonly actors: readonly NamedActor[];
  readonly subjects: SubjectNames;
}

/** An invitation has no name of its own: the role that its entries tell, by `invitation:id`. */
export function invitationNames({ entries }: AuditPage): [string, string][] {
  return entries.flatMap(({ action, subjectId, details }): [string, string][] => {
    if (action !== 'member.invite') return [];
    const { role } = JSON.parse(details) as { readonly role: string };
    return [[`invitation:${subjectId}`, `An invitation as ${roleLabel(role)}`]];
  });
}

/** The entries of a page for people, with addresses that narrow to the same actor or subject. */
export function entryViews({ entries }: AuditPage, state: AuditState, names: AuditNames): AuditEntryView[] {
  return entries.map((entry) => {
    const actor = { kind: entry.actorKind, id: entry.actorId };
    const subject = `${entry.subjectKind}:${entry.subjectId}`;
    return {
      sequence: entry.sequence,
      at: entry.at.toISOString(),
      actor: nameActor(actor, names.actors),
      actorTo: searchOf(state, { actor: `${actor.kind}:${actor.id}`, before: 0 }),
      words: actionWords(entry.action),
      subject: nameSubject(subject, names),
      subjectTo: searchOf(state, { subject, before: 0 }),
      ...detailsInWords(entry, names),
      personal: entry.values.map(({ name, value }) => ({ label: sentenceCase(name), value })),
    };
  });
}

/** What an entry says beside who, what and about whom, with the names behind its ids. */
export function detailsInWords(
  { action, details }: Pick<AuditEntryRow, 'action' | 'details'>,
  names: AuditNames,
): EntryInWords {
  const name = ({ kind, id }: Reference) => nameOf(`${kind}:${id}`, names);
  return entryInWords(action, details, { setting: settingInWords, name, key: keyInWords });
}

/** An entry as a line of an export says it. */
export function lineWords(entry: AuditEntryRow, names: AuditNames): LineWords {
  const { lines, changes } = detailsInWords(entry, names);
  return {
    who: nameActor({ kind: entry.actorKind, id: entry.actorId }, names.actors),
    what: actionWords(entry.action),
    about: nameSubject(`${entry.subjectKind}:${entry.subjectId}`, names),
    details: [
      ...lines.map(({ label, value }) => `${label}: ${value}`),
      ...changes.map(
        ({ field, before, after }) => `${field}: ${before || 'nothing'} → ${after || 'nothing'}`,
      ),
    ],
  };
}

/** The name of a thing, a person, a user or a token; null for what the organization does not have. */
function nameOf(reference: string, { actors, subjects }: AuditNames): string | null {
  const known = subjects.get(reference);
  return known ?? actors.find(({ kind, id }) => reference === `${kind}:${id}`)?.name ?? null;
}

/** What an entry is about, for people: a name, or the kind where the thing itself is gone. */
export function nameSubject(subject: string, { actors, subjects }: AuditNames): string {
  const known = subjects.get(subject);
  if (known) return known;
  const [kind = '', id = ''] = subject.split(':');
  if (kind === 'user' || kind === 'token') return nameActor({ kind, id }, actors);
  if (kind === 'occupation') return `Occupation ${id}`;
  if (kind === 'invitation') return 'An invitation';
  return sentenceCase(kind);
}
