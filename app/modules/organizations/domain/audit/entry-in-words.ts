import { ROLE_LABELS, type Role } from '../role';
import { type AccessScope, accessDetails } from './access-scope';
import { ACCESS_ACTION } from './actions';
import type { Json } from './canonical-json';

/** One thing that an entry says beside who, what and about whom. */
export interface EntryLine {
  readonly label: string;
  readonly value: string;
}

/** A setting or right that changed. */
export interface EntryChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface EntryInWords {
  readonly lines: readonly EntryLine[];
  readonly changes: readonly EntryChange[];
}

/** Reads an entry's details for people. Details of an action that the catalogue no longer has are shown as they are. */
export function entryInWords(action: string, details: string): EntryInWords {
  const read = JSON.parse(details) as Readonly<Record<string, Json>>;
  const access = action === ACCESS_ACTION ? accessDetails.safeParse(read) : null;
  if (access?.success) {
    const { role, reach, scope } = access.data;
    const people = peopleOf(scope);
    const direct =
      scope.kind === 'team' && scope.direct ? [{ label: 'Only', value: 'directly in the team' }] : [];
    const day = scope.kind === 'team' ? [{ label: 'As of', value: scope.asOf }] : [];
    return {
      lines: [
        { label: 'As', value: byRight(role, reach) },
        ...(people ? [{ label: 'People', value: people }] : []),
        ...direct,
        ...day,
      ],
      changes: [],
    };
  }
  const lines: EntryLine[] = [];
  const changes: EntryChange[] = [];
  for (const [name, value] of Object.entries(read)) {
    if (name === 'changes' && Array.isArray(value)) changes.push(...value.map(changeOf));
    else lines.push({ label: sentenceCase(name), value: textOf(value) });
  }
  return { lines: lines.filter(({ value }) => value !== ''), changes };
}

function peopleOf(scope: AccessScope): string | null {
  if (scope.kind === 'everybody') return 'everybody, in a copy of the organization';
  return scope.kind === 'people' ? String(scope.people.length) : null;
}

/** By what right individual ratings were seen: the role, or being the manager. */
export function byRight(role: string, reach: string): string {
  if (reach === 'reports') return 'Manager';
  if (role === 'operator') return 'Operator';
  return role in ROLE_LABELS ? ROLE_LABELS[role as Role] : role;
}

/** `teamScope` gives "Team scope". */
export function sentenceCase(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll(/[_.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function changeOf(value: Json): EntryChange {
  const { field, before, after } = value as { readonly [name: string]: Json };
  return { field: sentenceCase(textOf(field)), before: textOf(before), after: textOf(after) };
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  // Where a log ended: its number tells enough, the hash is for machines.
  if ('sequence' in value && 'hash' in value) return `entry ${String(value['sequence'])}`;
  return Object.values(value).map(textOf).filter(Boolean).join(' ');
}
