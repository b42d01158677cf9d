import type { DatabaseAccess } from './open-database';

/** Which of the three database logins a program gets: each only what it uses (security.md 1.6). */
export type Logins = 'all' | 'app-and-auth';

/** The environment of a program that Cadre starts: this process's own, with the database logins it may use. */
export function childEnvironment(database: DatabaseAccess, logins: Logins): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _owner, DATABASE_ADMIN_URL: _admin, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: 'production',
    DATABASE_URL: database.app,
    DATABASE_AUTH_URL: database.auth,
    ...(logins === 'all' ? { DATABASE_OWNER_URL: database.owner } : {}),
  };
}
