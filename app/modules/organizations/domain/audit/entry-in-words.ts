import { ROLE_LABELS, type Role } from '../role';
import { type AccessScope, accessDetails } from './access-scope';
import { ACCESS_ACTION, actionWords } from './actions';
import type { Json } from './canonical-json';
import { DETAIL_LABELS, ID_DETAILS, keyWords, sentenceCase } from './detail-words';

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

/** Something that an entry names by its id. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
  /** It stood in an address that somebody asked for: it can be anybody's. */
  readonly asked?: true;
}

/** Words for what the catalogue of actions leaves to others. */
export interface EntryWords {
  /** A changed setting in the words of the page that sets it; null where no page has it. */
  readonly setting: (change: StoredChange) => EntryChange | null;
  /** The name of what has this id; null where the organization has no such thing, or no more. */
  readonly name: (reference: Reference) => string | null;
  /** What a key of another module says, such as that of a dimension; null for what it does not know. */
  readonly key: (action: string, name: string, value: string) => string | null;
}

export interface EntryInWords {
  readonly lines: readonly EntryLine[];
  readonly changes: readonly EntryChange[];
  /** The ids behind the names, and of what has none. */
  readonly ids: readonly EntryLine[];
}

/** Names and ids that one line holds at most. */
const AT_MOST = 12;

const NO_WORDS: EntryWords = { setting: () => null, name: () => null, key: () => null };

/** Reads an entry's details for people. Details of an action that the catalogue no longer has are shown as they are. */
export function entryInWords(action: string, details: string, words: Partial<EntryWords> = {}): EntryInWords {
  const teller = new Teller(action, { ...NO_WORDS, ...words });
  const read = JSON.parse(details) as Readonly<Record<string, Json>>;
  const access = action === ACCESS_ACTION ? accessDetails.safeParse(read) : null;
  if (access?.success) teller.tellAccess(access.data);
  else {
    const { parentBefore, parentAfter, ...rest } = read;
    for (const [name, value] of Object.entries(rest)) teller.tell(name, value);
    teller.tellParents(parentBefore, parentAfter, rest['what'] === 'move');
  }
  return teller.told();
}

/** What an entry's details name by id, to be looked up before it is read. */
export function entryReferences(action: string, details: string): Reference[] {
  const found: Reference[] = [];
  const name = (reference: Reference) => {
    found.push(reference);
    return null;
  };
  entryInWords(action, details, { name });
  return found;
}

class Teller {
  private readonly lines: EntryLine[] = [];
  private readonly changes: EntryChange[] = [];
  /** By label. */
  private readonly ids = new Map<string, Set<string>>();

  constructor(
    private readonly action: string,
    private readonly words: EntryWords,
  ) {}

  told(): EntryInWords {
    const { lines, changes } = this;
    const ids = [...this.ids].map(([label, found]) => ({ label, value: listed([...found]) }));
    return { lines: lines.filter(({ value }) => value !== ''), changes, ids };
  }

  tellAccess({ role, reach, scope }: { role: string; reach: string; scope: AccessScope }): void {
    this.line('As', byRight(role, reach));
    if (scope.kind === 'everybody') this.line('People', 'everybody, in a copy of the organization');
    if (scope.kind === 'people') this.line('People', this.named('people', scope.people));
    if (scope.kind !== 'team') return;
    if (scope.direct) this.line('Only', 'directly in the team');
    this.line('As of', scope.asOf);
  }

  tell(name: string, value: Json): void {
    if (name === 'changes' && Array.isArray(value)) {
      this.changes.push(...value.map(storedChange).map((change) => this.change(change)));
    } else if (name === 'filter' && isRecord(value)) {
      for (const [part, asked] of Object.entries(value)) this.tellFilter(part, textOf(asked));
    } else if (Object.hasOwn(ID_DETAILS, name) && !isCount(value)) {
      const ids = Array.isArray(value) ? value.map(textOf) : [textOf(value)].filter(Boolean);
      this.line(labelOf(name), this.named(name, ids));
    } else this.line(labelOf(name), this.text(name, value));
  }

  /** Which teams a team was and is beneath; of a move also that it is at the top. */
  tellParents(before: Json | undefined, after: Json | undefined, isMove: boolean): void {
    const [from = '', to = ''] = [before, after].map((id) =>
      this.named('parentAfter', [textOf(id)].filter(Boolean)),
    );
    const field = labelOf('parentAfter');
    if (isMove || (from && to))
      this.changes.push({ field, before: from || 'the top', after: to || 'the top' });
    else this.line(field, from || to);
  }

  /** What an export was narrowed to. */
  private tellFilter(part: string, asked: string): void {
    if (part !== 'actor' && part !== 'subject') {
      this.line(
        part === 'action' ? 'Only' : sentenceCase(part),
        part === 'action' ? actionWords(asked) : asked,
      );
      return;
    }
    const at = asked.indexOf(':');
    const reference = { kind: asked.slice(0, at), id: asked.slice(at + 1), asked: true } as const;
    const label = part === 'actor' ? 'Only by' : 'Only about';
    this.line(label, this.words.name(reference) ?? goneWords(reference.kind));
    this.keep(label, [reference.id]);
  }

  /** The names behind ids, which are kept beside them; of what has no name how many there are, where there are several. */
  private named(name: string, ids: readonly string[]): string {
    if (ids.length === 0) return '';
    this.keep(labelOf(name), ids);
    const kind = ID_DETAILS[name];
    if (!kind) return ids.length > 1 ? String(ids.length) : '';
    const names = ids.slice(0, AT_MOST).map((id) => this.words.name({ kind, id }) ?? goneWords(kind));
    const text = listed(names, ids.length);
    return name === 'people' ? `${ids.length}: ${text}` : text;
  }

  private change(change: StoredChange): EntryChange {
    const { field, before, after } = change;
    if (Object.hasOwn(ID_DETAILS, field)) {
      const side = (value: Json) => this.named(field, textOf(value).split(', ').filter(Boolean));
      return { field: labelOf(field), before: side(before), after: side(after) };
    }
    return (
      this.words.setting(change) ?? {
        field: labelOf(field),
        before: this.text(field, before),
        after: this.text(field, after),
      }
    );
  }

  private text(name: string, value: Json): string {
    if (Array.isArray(value)) return value.map((one) => this.text(name, one)).join(', ');
    if (typeof value === 'string') return this.word(name, value);
    if (!isRecord(value)) return textOf(value);
    // Where a log ended: its number tells enough, the hash is for machines.
    if ('sequence' in value && 'hash' in value) return `entry ${textOf(value['sequence'])}`;
    return Object.entries(value)
      .map(([part, one]) => this.text(part, one))
      .filter(Boolean)
      .join(' ');
  }

  private word(name: string, value: string): string {
    if (name === 'role' || name === 'joinRole') return roleLabel(value);
    return this.words.key(this.action, name, value) ?? keyWords(this.action, name, value);
  }

  private line(label: string, value: string): void {
    this.lines.push({ label, value });
  }

  private keep(label: string, ids: readonly string[]): void {
    this.ids.set(label, new Set([...(this.ids.get(label) ?? []), ...ids]));
  }
}

const labelOf = (name: string) => DETAIL_LABELS[name] ?? sentenceCase(name);

function listed(values: readonly string[], count = values.length): string {
  const rest = count - Math.min(count, AT_MOST);
  return `${values.slice(0, AT_MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function goneWords(kind: string): string {
  if (kind === 'user' || kind === 'employee') return 'somebody who is gone';
  if (kind === 'operator') return 'the operator';
  if (kind === 'job') return 'a background job';
  return `${/^[aeiou]/u.test(kind) ? 'an' : 'a'} ${kind} that is gone`;
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

function storedChange(value: Json): StoredChange {
  const { field, before = null, after = null } = value as { readonly [name: string]: Json };
  return { field: textOf(field), before, after };
}

/** Details such as `people` are a number in some actions and ids in others. */
const isCount = (value: Json) => typeof value === 'number';

function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
