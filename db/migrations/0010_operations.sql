-- Long work that somebody asked for: asked in the transaction that adds its job, done by the worker, read as a status.
create table public.operations (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  operation_id uuid not null,
  -- What is done, such as import-source.
  kind text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- Share done.
  progress double precision not null default 0 check (progress >= 0 and progress <= 1),
  input jsonb not null,
  result jsonb,
  -- Kind of error, reason for people, and places.
  error jsonb,
  requested_by_kind text not null check (requested_by_kind in ('user', 'token', 'job', 'operator')),
  requested_by text not null,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  -- How often a worker began: more than once when one died.
  attempts smallint not null default 0,
  primary key (organization_id, operation_id)
);
create index operations_recent on public.operations (organization_id, requested_at desc);

-- Files that wait for the worker, in pieces. Deleted when their operation ended or their time is over.
create table public.uploads (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  upload_id uuid not null,
  name text not null,
  -- Null until the last piece is there.
  size_bytes bigint,
  -- SHA-256 of the content, hexadecimal.
  checksum text,
  uploaded_by_kind text not null check (uploaded_by_kind in ('user', 'token', 'job', 'operator')),
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organization_id, upload_id)
);
create index uploads_expiry on public.uploads (organization_id, expires_at);

create table public.upload_chunks (
  organization_id uuid not null default current_organization_id(),
  upload_id uuid not null,
  position integer not null,
  bytes bytea not null,
  primary key (organization_id, upload_id, position),
  foreign key (organization_id, upload_id) references public.uploads on delete cascade
);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.operations', 'public.uploads', 'public.upload_chunks']) as name;

-- Who may change what all organizations share: named at the command line, nobody to begin with.
create table auth.operators (
  user_id uuid primary key references auth.users on delete cascade,
  added_at timestamptz not null default now()
);
grant select, insert, update, delete on auth.operators to cadre_auth;
