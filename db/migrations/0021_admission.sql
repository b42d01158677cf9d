-- What an organization asks of whoever signs in, and the second factors that people have.
alter table auth.organization_directory
  add column second_factor_required boolean not null default false,
  -- Members come in through the organization's own identity provider only, but for those with break_glass.
  add column sso_required boolean not null default false;

alter table auth.memberships
  -- May come in by password and second factor although single sign-on is required.
  add column break_glass boolean not null default false;

alter table auth.sessions
  -- The organization whose identity provider vouched, when the method is sso.
  add column sso_organization_id uuid references auth.organization_directory on delete cascade,
  add constraint sessions_sso check ((method = 'sso') = (sso_organization_id is not null));

-- The secret is sealed (app/sealing.server.ts); it counts from its first right code on.
create table auth.totp_secrets (
  user_id uuid primary key references auth.users on delete cascade,
  sealed_secret text not null,
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: a code is good once.
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);

create table auth.passkeys (
  -- Base64url, as the browser gives it.
  credential_id text primary key check (char_length(credential_id) <= 2000),
  user_id uuid not null references auth.users on delete cascade,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (char_length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkeys_user on auth.passkeys (user_id);

-- SHA-256 of a random code, hexadecimal; deleted when it is used.
create table auth.recovery_codes (
  user_id uuid not null references auth.users on delete cascade,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  primary key (user_id, code_hash)
);

-- What an authenticator has to sign, once, within minutes.
create table auth.passkey_challenges (
  challenge_id uuid primary key,
  purpose text not null check (purpose in ('register', 'sign-in', 'second-factor')),
  user_id uuid references auth.users on delete cascade,
  challenge text not null,
  expires_at timestamptz not null
);

grant select, insert, update, delete
  on auth.totp_secrets, auth.passkeys, auth.recovery_codes, auth.passkey_challenges to cadre_auth;

-- Letters about an account belong to no organization.
alter table auth.mail_queue
  alter column organization_id drop not null,
  drop constraint mail_queue_kind_check,
  add constraint mail_queue_kind_check check (kind in (
    'invitation', 'member-changed', 'member-removed',
    'sign-up', 'sign-up-known', 'password-reset', 'password-changed', 'second-factor-changed'
  )),
  add constraint mail_queue_organization_check check (
    organization_id is not null or kind in (
      'sign-up', 'sign-up-known', 'password-reset', 'password-changed', 'second-factor-changed'
    )
  );
