import { parse } from 'node:path';

/** PostgreSQL's programs get no variable of ours: PGDATA, PGPORT and the like would change what they do. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin',
};

/** A folder that every user can enter: the server's user may not enter the folder Cadre was started in. */
export const NEUTRAL_FOLDER = parse(process.cwd()).root;
