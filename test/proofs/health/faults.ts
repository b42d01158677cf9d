import type postgres from 'postgres';

/** Something that is wrong for a while, and what /readyz names. */
export interface Fault {
  readonly name: string;
  readonly failing: readonly string[];
  readonly begin: (admin: postgres.Sql, database: string) => Promise<unknown>;
  readonly end: (admin: postgres.Sql, database: string) => Promise<unknown>;
}

const hearWorker = (admin: postgres.Sql, secondsAgo: number) =>
  admin`insert into cadre_private.worker_heartbeats (worker_id, seen_at)
        values ('worker-in-test', now() - make_interval(secs => ${secondsAgo}))
        on conflict (worker_id) do update set seen_at = excluded.seen_at`;
const lastMigration = (admin: postgres.Sql) => admin`
  update cadre_private.migrations set name = name || '.gone'
   where name = (select max(name) from cadre_private.migrations)`;
/** Ends what runs in this database but the superuser's own. */
const endOthers = (admin: postgres.Sql) => admin`
  select pg_terminate_backend(pid) from pg_stat_activity
   where datname = current_database() and pid <> pg_backend_pid()`;
const script = (text: string) => async (admin: postgres.Sql, database: string) => {
  await admin.unsafe(text.replaceAll('DATABASE', database));
  await endOthers(admin);
};
const nothing = async () => {};

export const beatWorker = (admin: postgres.Sql) => hearWorker(admin, 0);

/** Twelve faults that a process of the web server meets while it runs. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'no worker was ever heard of',
    failing: ['worker'],
    begin: (admin) => admin`delete from cadre_private.worker_heartbeats`,
    end: beatWorker,
  },
  {
    name: 'the worker is silent',
    failing: ['worker'],
    begin: (admin) => hearWorker(admin, 31),
    end: beatWorker,
  },
  {
    name: 'a migration is missing',
    failing: ['migrations'],
    begin: lastMigration,
    end: (admin) =>
      admin`update cadre_private.migrations set name = replace(name, '.gone', '') where name like '%.gone'`,
  },
  {
    name: 'a migration is missing and the worker is silent',
    failing: ['migrations', 'worker'],
    begin: async (admin) => {
      await lastMigration(admin);
      await hearWorker(admin, 31);
    },
    end: async (admin) => {
      await admin`update cadre_private.migrations set name = replace(name, '.gone', '') where name like '%.gone'`;
      await beatWorker(admin);
    },
  },
  {
    name: 'a later migration is there already',
    failing: [],
    begin: async (admin) => {
      await admin`insert into cadre_private.migrations (name, checksum)
        select max(name) || '.later', 'none' from cadre_private.migrations`;
    },
    end: (admin) => admin`delete from cadre_private.migrations where name like '%.later'`,
  },
  { name: 'every backend was ended', failing: [], begin: endOthers, end: nothing },
  {
    name: 'the role may not connect',
    failing: ['database'],
    begin: script('revoke connect on database DATABASE from cadre_auth'),
    end: script('grant connect on database DATABASE to cadre_auth'),
  },
  {
    name: 'the database takes no connections',
    failing: ['database'],
    begin: script('alter database DATABASE connection limit 0'),
    end: script('alter database DATABASE connection limit -1'),
  },
  {
    name: 'the schema is shut',
    failing: ['database'],
    begin: script('revoke usage on schema auth from cadre_auth'),
    end: script('grant usage on schema auth to cadre_auth'),
  },
  {
    name: 'the function is shut',
    failing: ['database'],
    begin: script('revoke execute on function auth.readiness() from cadre_auth, public'),
    end: script('grant execute on function auth.readiness() to cadre_auth'),
  },
  {
    name: 'a table is gone',
    failing: ['database'],
    begin: script('alter table cadre_private.worker_heartbeats rename to elsewhere'),
    end: script('alter table cadre_private.elsewhere rename to worker_heartbeats'),
  },
  {
    name: 'the database can only be read',
    failing: [],
    begin: script('alter database DATABASE set default_transaction_read_only = on'),
    end: script('alter database DATABASE reset default_transaction_read_only'),
  },
];
