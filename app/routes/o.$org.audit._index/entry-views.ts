import { settingInWords } from '~/modules/capability/domain/setting-words';
import { actionWords } from '~/modules/organizations/domain/audit/actions';
import { entryInWords, roleLabel, sentenceCase } from '~/modules/organizations/domain/audit/entry-in-words';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import type { NamedActor } from '~/modules/organizations/queries/list-actors';
import type { AuditPage } from '~/modules/organizations/queries/list-audit-entries';
import type { AuditEntryView } from '~/modules/organizations/ui/audit-entry';
import { type AuditState, searchOf } from './audit-state';

/** Names of what entries are about, by `kind:id`. */
export type SubjectNames = ReadonlyMap<string, string>;

interface Names {
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
export function entryViews({ entries }: AuditPage, state: AuditState, names: Names): AuditEntryView[] {
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
      ...entryInWords(entry.action, entry.details, settingInWords),
      personal: entry.values.map(({ name, value }) => ({ label: sentenceCase(name), value })),
    };
  });
}

/** What an entry is about, for people: a name, or the kind where the thing itself is gone. */
export function nameSubject(subject: string, { actors, subjects }: Names): string {
  const known = subjects.get(subject);
  if (known) return known;
  const [kind = '', id = ''] = subject.split(':');
  if (kind === 'user' || kind === 'token') return nameActor({ kind, id }, actors);
  if (kind === 'occupation') return `Occupation ${id}`;
  if (kind === 'invitation') return 'An invitation';
  return sentenceCase(kind);
}
