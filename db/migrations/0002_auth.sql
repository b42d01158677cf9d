-- People who sign in, sessions, memberships, tokens: reached by the role cadre_auth only (security.md 1.6).
create table auth.organization_directory (
  organization_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$'),
  name text not null check (char_length(name) between 1 and 200),
  created_at timestamptz not null default now()
);

create table auth.users (
  user_id uuid primary key,
  email text not null check (char_length(email) between 3 and 320),
  name text not null check (char_length(name) between 1 and 200),
  password_hash text,
  created_at timestamptz not null default now()
);
create unique index users_email_key on auth.users (lower(email));

-- The id is the SHA-256 of the cookie's value: a dump of this table opens no session.
create table auth.sessions (
  session_hash text primary key,
  user_id uuid not null references auth.users on delete cascade,
  expires_at timestamptz not null,
  absolute_expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index sessions_user on auth.sessions (user_id);

create table auth.memberships (
  organization_id uuid not null references auth.organization_directory on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  role text not null check (role in ('owner', 'admin', 'hr_partner', 'director', 'executive', 'employee')),
  team_scope uuid[] not null default '{}',
  grants text[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);
create index memberships_user on auth.memberships (user_id);

create table auth.api_tokens (
  token_id uuid primary key,
  organization_id uuid not null references auth.organization_directory on delete cascade,
  token_hash text not null unique,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'hr_partner', 'director', 'executive', 'employee')),
  team_scope uuid[] not null default '{}',
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);

grant select, insert, update, delete on all tables in schema auth to cadre_auth;

-- What /readyz needs to know: migrations applied, and when a worker was last heard of.
create function auth.readiness() returns table (migrations text[], worker_seen_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select (select array_agg(name order by name) from cadre_private.migrations),
         (select max(seen_at) from cadre_private.worker_heartbeats)
$$;
revoke all on function auth.readiness() from public;
grant execute on function auth.readiness() to cadre_auth;
