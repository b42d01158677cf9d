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

/** A change as it is stored. */
interface StoredChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** Says a changed setting in the words of the page that sets it; null where no page has it. */
export type SettingWords = (change: StoredChange) => EntryChange | null;

export interface EntryInWords {
  readonly lines: readonly EntryLine[];
  readonly changes: readonly EntryChange[];
}

/** Fields whose names are not what their pages call them. */
const FIELD_LABELS: Readonly<Record<string, string>> = { slug: 'Address' };

/** Reads an entry's details for people. Details of an action that the catalogue no longer has are shown as they are. */
export function entryInWords(
  action: string,
  details: string,
  settingWords: SettingWords = () => null,
): EntryInWords {
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
    if (name === 'changes' && Array.isArray(value)) {
      changes.push(...value.map(storedChange).map((change) => settingWords(change) ?? changeOf(change)));
    } else if (name !== 'invitation') {
      // An invitation has no name: that one was accepted is what the action says.
      lines.push({ label: sentenceCase(name), value: fieldText(name, value) });
    }
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
  return roleLabel(role);
}

/** The label of a role; one that is no more is named as it is. */
export function roleLabel(role: string): string {
  return Object.hasOwn(ROLE_LABELS, role) ? ROLE_LABELS[role as Role] : role;
}

/** `teamScope` gives "Team scope"; words in capitals, such as API, stay. */
export function sentenceCase(name: string): string {
  const words = name
    .replace(/[A-Z]{2,}|[A-Z]/g, (run) => (run.length > 1 ? run : ` ${run.toLowerCase()}`))
    .replaceAll(/[_.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function storedChange(value: Json): StoredChange {
  const { field, before = null, after = null } = value as { readonly [name: string]: Json };
  return { field: textOf(field), before, after };
}

function changeOf({ field, before, after }: StoredChange): EntryChange {
  return {
    field: FIELD_LABELS[field] ?? sentenceCase(field),
    before: fieldText(field, before),
    after: fieldText(field, after),
  };
}

function fieldText(field: string, value: Json | undefined): string {
  return field === 'role' ? roleLabel(textOf(value)) : textOf(value);
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
