import type { DB } from './types.generated';

type Unprefixed<Prefix extends string> = {
  [Key in keyof DB as Key extends `${Prefix}.${infer Name}` ? Name : never]: DB[Key];
};

/** Tables of the schema public: what the role cadre_app may reach. */
export type AppTables = { [Key in keyof DB as Key extends `${string}.${string}` ? never : Key]: DB[Key] };

/** Tables of the schema auth, without the prefix. */
export type AuthTables = Unprefixed<'auth'>;

/** Everything, for the operator's own connection. */
export type SystemTables = DB;
