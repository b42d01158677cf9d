-- Tries that are counted, where an account was signed in to before, sign-ups that wait, and passwords to be set anew.

-- One row for each thing that is counted. The key is a keyed hash (HMAC-SHA-256, hexadecimal) of what is counted: no
-- address and no account can be read from it. Every try moves paid_until on by the time that one try costs.
create table auth.attempt_counters (
  counter_key text primary key check (counter_key ~ '^[0-9a-f]{64}$'),
  paid_until timestamptz not null
);
create index attempt_counters_paid on auth.attempt_counters (paid_until);

-- Addresses and browsers from which an account was signed in to, both as keyed hashes, as is the account.
create table auth.known_sources (
  account_key text not null check (account_key ~ '^[0-9a-f]{64}$'),
  source_key text not null check (source_key ~ '^[0-9a-f]{64}$'),
  last_used_at timestamptz not null,
  primary key (account_key, source_key)
);
create index known_sources_source on auth.known_sources (source_key);
create index known_sources_used on auth.known_sources (last_used_at);

-- Somebody who asked for an organization and has not yet confirmed the address. Deleted when the link is followed.
create table auth.sign_ups (
  sign_up_id uuid primary key,
  email text not null check (char_length(email) between 3 and 320),
  name text not null check (char_length(name) between 1 and 200),
  password_hash text not null,
  organization_name text not null check (char_length(organization_name) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$'),
  -- SHA-256 of the link's token, hexadecimal; null until the letter is about to be sent.
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- Somebody asked for a new password of this address, whether there is an account or not: the worker finds out.
create table auth.password_resets (
  reset_id uuid primary key,
  email text not null check (char_length(email) between 3 and 320),
  -- As above.
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

grant select, insert, update, delete
  on auth.attempt_counters, auth.known_sources, auth.sign_ups, auth.password_resets to cadre_auth;
