import { scramVerifier } from './scram-verifier';

export interface RoleLogin {
  readonly name: 'cadre_owner' | 'cadre_app' | 'cadre_auth';
  readonly password: string;
}

export interface RoleInput {
  readonly owner: RoleLogin;
  readonly app: RoleLogin;
  readonly auth: RoleLogin;
  readonly database: string;
  /** Major version of the server: from 17 on the builtin C.UTF-8 locale exists. */
  readonly serverMajor: number;
}

export interface RoleStatements {
  /** Run as superuser in any database; safe to repeat. */
  readonly cluster: readonly string[];
  /** Run outside a transaction when `pg_database` does not list the database yet. */
  readonly createDatabase: string;
  /** Run as superuser inside the database; safe to repeat. */
  readonly inDatabase: readonly string[];
}

/**
 * The SQL that makes Cadre's three roles and its database (security.md 1.6). Statements hold no blank line and
 * no trailing semicolon. Passwords travel as SCRAM verifiers. Throws TypeError on a name that is not a plain
 * lower-case identifier.
 */
export function roleStatements(input: RoleInput): RoleStatements {
  const database = identifier(input.database);
  const [owner, app, auth] = [input.owner, input.app, input.auth].map((role) => identifier(role.name));
  const logins = [input.owner, input.app, input.auth];
  const locale =
    input.serverMajor >= 17
      ? "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
      : "lc_collate 'C' lc_ctype 'C.UTF-8'";
  return {
    cluster: [
      ...logins.flatMap(loginStatements),
      // The text of a statement holds the signed tenant setting: other sessions of the role must not read it.
      `alter role ${app} set track_activities = off`,
      `alter role ${auth} set track_activities = off`,
    ],
    createDatabase: `create database ${database} owner ${owner} template template0 encoding 'UTF8' ${locale}`,
    inDatabase: [
      `revoke connect, temporary on database ${database} from public`,
      `grant connect on database ${database} to ${owner}, ${app}, ${auth}`,
      'revoke create on schema public from public',
      ...SHARED_BY_ALL.map((signature) => `revoke execute on function pg_catalog.${signature} from public`),
    ],
  };
}

/** Large objects belong to no tenant, and sessions of one role may end each other: nobody but a superuser calls these. */
const SHARED_BY_ALL = [
  'lo_creat(integer)',
  'lo_create(oid)',
  'lo_from_bytea(oid, bytea)',
  'lo_open(oid, integer)',
  'lo_put(oid, bigint, bytea)',
  'lo_get(oid)',
  'lo_get(oid, bigint, integer)',
  'lo_unlink(oid)',
  'loread(integer, integer)',
  'lowrite(integer, bytea)',
  'pg_cancel_backend(integer)',
  'pg_terminate_backend(integer, bigint)',
];

const ATTRIBUTES = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication';

function loginStatements({ name, password }: RoleLogin): string[] {
  const role = identifier(name);
  const tooMighty = `rolname = '${role}' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)`;
  return [
    `do $do$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login ${ATTRIBUTES}; elsif exists (select from pg_roles where ${tooMighty}) then alter role ${role} ${ATTRIBUTES}; end if; end $do$`,
    `alter role ${role} login password '${scramVerifier(password)}'`,
  ];
}

function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name)) throw new TypeError(`Not a plain database name: ${name}`);
  return name;
}
