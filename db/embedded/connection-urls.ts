import type { ClusterSecrets } from './cluster-secrets';

export const DATABASE = 'cadre';
export const ADMIN = 'cadre_admin';

/** One PostgreSQL URL per role, for database `cadre`. */
export interface ConnectionUrls {
  readonly owner: string;
  readonly app: string;
  readonly auth: string;
  readonly admin: string;
}

/** The URLs of the server that listens on this port of 127.0.0.1. */
export function connectionUrls(port: number, secrets: ClusterSecrets): ConnectionUrls {
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return {
    owner: url('cadre_owner', secrets.owner),
    app: url('cadre_app', secrets.app),
    auth: url('cadre_auth', secrets.auth),
    admin: url(ADMIN, secrets.admin),
  };
}
