import { KEPT_TENANT_TABLES, READ_ONLY_TENANT_TABLES } from '#db/table-scope';
import type { ForeignKeyShape, TableShape } from '../world/table-shape';

/** One planted fault that opens or closes a tenant table, and what must notice it. */
export interface Mutant {
  readonly kind: string;
  readonly table: string;
  readonly apply: string;
  /** The rule of the catalogue lint that must name the fault, and a part of the subject it names. */
  readonly rule: string;
  readonly subject: string;
  /** The isolation check that must turn red; undefined where the lint alone can see it. */
  readonly probe: 'app' | 'owner' | ForeignKeyShape | undefined;
}

const ONE_POLICY = 'a tenant table does not have exactly the one policy';
const FORCED = 'row security is not enabled and forced on a tenant table';

/** Every fault of a policy or of FORCE on one table. */
export function policyMutants({ name: table }: TableShape): Mutant[] {
  const on = `public.${table}`;
  // Of tables whose organization the runtime role cannot change, these run as the owner.
  const isFixed = READ_ONLY_TENANT_TABLES.includes(table) || KEPT_TENANT_TABLES.get(table);
  const writer = isFixed ? ('owner' as const) : ('app' as const);
  const policy = (kind: string, apply: string): Mutant => ({
    kind,
    table,
    apply,
    rule: ONE_POLICY,
    subject: on,
    probe: 'app',
  });
  return [
    policy('policy dropped', `drop policy tenant on ${on}`),
    policy('policy true', `alter policy tenant on ${on} using (true) with check (true)`),
    policy('reads open', `alter policy tenant on ${on} using (true)`),
    { ...policy('writes open', `alter policy tenant on ${on} with check (true)`), probe: writer },
    policy('second policy', `create policy more on ${on} for select using (true)`),
    { ...policy('row security off', `alter table ${on} disable row level security`), rule: FORCED },
    {
      ...policy('FORCE removed', `alter table ${on} no force row level security`),
      rule: FORCED,
      probe: 'owner',
    },
  ];
}

/** The organization dropped from each composite foreign key of one table. */
export function foreignKeyMutants({ name: table, foreignKeys }: TableShape): Mutant[] {
  return foreignKeys
    .filter(({ columns }) => columns.length > 1)
    .map((key) => {
      const without = (columns: readonly string[]) =>
        columns.filter((column) => column !== 'organization_id').join(', ');
      return {
        kind: 'organization dropped from a foreign key',
        table,
        apply: `create unique index on public.${key.parent} (${without(key.parentColumns)});
          alter table public.${table} drop constraint ${key.name};
          alter table public.${table} add constraint ${key.name} foreign key (${without(key.columns)})
            references public.${key.parent} (${without(key.parentColumns)})`,
        rule: 'a foreign key of a tenant table does not begin with organization_id on both sides',
        subject: `${table}.${key.name}`,
        probe: key,
      };
    });
}

/** Each tenant table, opened by the right to pass row security. */
export function roleMutants(shapes: Iterable<TableShape>): Mutant[] {
  return [...shapes].map(({ name: table }) => ({
    kind: 'BYPASSRLS granted',
    table,
    apply: 'alter role cadre_app bypassrls',
    rule: 'a runtime role is a superuser or may bypass row security, make roles or databases, or replicate',
    subject: 'cadre_app',
    probe: 'app' as const,
  }));
}

/** A unique key without the organization beside each unique key of one table: it tells that another has the value. */
export function uniqueKeyMutants(keys: readonly { table: string; columns: readonly string[] }[]): Mutant[] {
  return keys
    .map(({ table, columns }) => ({ table, rest: columns.filter((name) => name !== 'organization_id') }))
    .filter(({ rest }) => rest.length > 0)
    .map(({ table, rest }, index) => ({
      kind: 'organization dropped from a unique key',
      table,
      apply: `create unique index mutant_${index} on public.${table} (${rest.join(', ')}) where false`,
      rule: 'a primary or unique key of a tenant table does not begin with organization_id',
      subject: `mutant_${index}`,
      probe: undefined,
    }));
}
