-- Single sign-on by OpenID Connect: one identity provider for each organization.
create table auth.sso_connections (
  organization_id uuid primary key references auth.organization_directory on delete cascade,
  -- As the provider writes it in its metadata.
  issuer text not null check (char_length(issuer) between 8 and 500),
  client_id text not null check (char_length(client_id) between 1 and 300),
  -- Sealed for this organization and this issuer (app/sealing.server.ts).
  sealed_secret text not null,
  -- What somebody becomes who comes for the first time; null: nobody joins by coming.
  join_role text check (join_role in ('employee', 'executive')),
  enabled boolean not null default false,
  -- When somebody first came in through the connection as it is now.
  proven_at timestamptz
);

-- Domains of addresses for which an organization's provider may vouch once they are verified.
create table auth.sso_domains (
  organization_id uuid not null references auth.organization_directory on delete cascade,
  domain text not null check (domain = lower(domain) and char_length(domain) between 4 and 253),
  -- Stands in the DNS; no secret.
  token text not null,
  verified_at timestamptz,
  primary key (organization_id, domain)
);

-- Whom a provider's subject is, in one organization: another organization never sees it, even of the same issuer.
-- It stays when the membership ends, so that the subject does not join again by coming.
create table auth.sso_identities (
  organization_id uuid not null references auth.organization_directory on delete cascade,
  issuer text not null check (char_length(issuer) <= 500),
  subject text not null check (char_length(subject) between 1 and 255),
  user_id uuid not null references auth.users on delete cascade,
  connected_at timestamptz not null default now(),
  primary key (organization_id, issuer, subject),
  unique (organization_id, issuer, user_id)
);
create index sso_identities_user on auth.sso_identities (user_id);

-- Sign-ins that were begun: good once, for minutes, in the browser that began them.
create table auth.sso_states (
  -- SHA-256 of the state parameter and of the browser's cookie, hexadecimal.
  state_hash text primary key check (state_hash ~ '^[0-9a-f]{64}$'),
  browser_hash text not null check (browser_hash ~ '^[0-9a-f]{64}$'),
  organization_id uuid not null references auth.organization_directory on delete cascade,
  -- Nonce, PKCE verifier and the connection as it was, sealed for this state.
  sealed_checks text not null,
  -- Who asked to connect the own account; null when nobody did.
  connect_user_id uuid references auth.users on delete cascade,
  next_path text not null check (char_length(next_path) <= 2000),
  expires_at timestamptz not null
);
create index sso_states_expires on auth.sso_states (expires_at);

-- Who belonged to an organization and does not any more: an invitation brings them back, single sign-on does not.
create table auth.former_members (
  organization_id uuid not null references auth.organization_directory on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  left_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);
create index former_members_user on auth.former_members (user_id);

grant select, insert, update, delete on auth.sso_connections, auth.sso_domains, auth.sso_identities, auth.sso_states,
  auth.former_members to cadre_auth;
