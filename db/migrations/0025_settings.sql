-- Settings of an organization, its addresses, tokens that a second person approves, and the privacy pack.
alter table public.organizations
  -- Counts the changes, so that of two who change the same state the second is told.
  add column revision integer not null default 1 check (revision > 0),
  -- Months that released figures are kept (method.md 4).
  add column retention_months smallint not null default 36 check (retention_months between 6 and 120),
  -- Months after which ratings that no longer count are deleted; null: they are kept.
  add column rating_retention_months smallint check (rating_retention_months between 24 and 240);

-- Smaller groups are shown only where an owner asks for it and an HR partner agrees (method.md 9).
create table public.k_lowerings (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  lowering_id uuid not null,
  from_k smallint not null check (from_k between 3 and 50),
  to_k smallint not null check (to_k between 3 and 50),
  -- Why, in the asker's words.
  reason text not null check (char_length(reason) between 1 and 500),
  -- Ids of users.
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'agreed', 'declined')),
  answered_by text,
  answered_at timestamptz,
  primary key (organization_id, lowering_id)
);
create unique index k_lowerings_waiting on public.k_lowerings (organization_id) where state = 'waiting';

-- What was published about privacy: kept as it was published, whatever is set later.
create table public.privacy_versions (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  version integer not null check (version > 0),
  -- Whom people ask, and on what ground their data is used: the organization's own words.
  contact text not null,
  legal_ground text not null,
  -- The notice and the annex, section by section: PrivacyDocuments of the module capability.
  documents jsonb not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (organization_id, version)
);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.k_lowerings', 'public.privacy_versions']) as name;

alter table auth.api_tokens
  -- Who made it; null: the operator at the command line, or somebody who is gone.
  add column created_by uuid references auth.users on delete set null,
  -- A token that shows what is known of single people opens nothing until somebody else than its maker approves it.
  add column needs_approval boolean not null default false,
  add column approved_by uuid references auth.users on delete set null;

-- Addresses that an organization had: they lead its members on until their end, and nobody else gets them before.
create table auth.former_slugs (
  slug text primary key,
  organization_id uuid not null references auth.organization_directory on delete cascade,
  ends_at timestamptz not null
);
create index former_slugs_organization on auth.former_slugs (organization_id);
grant select, insert, update, delete on auth.former_slugs to cadre_auth;
