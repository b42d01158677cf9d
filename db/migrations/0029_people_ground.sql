-- Answers to writes of the API that came with an Idempotency-Key: given again for the same key, for a day.
create table public.idempotency_keys (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  token_id text not null,
  key text not null check (char_length(key) between 1 and 200),
  -- SHA-256 of method, address and body, hexadecimal: the same key for something else is refused.
  request_hash text not null,
  -- Null until the write is answered, in the same transaction.
  status smallint,
  location text,
  answer jsonb,
  answered_at timestamptz not null default now(),
  primary key (organization_id, token_id, key)
);
create index idempotency_keys_age on public.idempotency_keys (organization_id, answered_at);

-- Fields of a person that Cadre owns: changed here by hand, and left as they are by imports.
create table public.owned_fields (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  field text not null check (field in ('name', 'email', 'title', 'team', 'managerExternalId', 'site',
    'occupations', 'status', 'kind', 'startedOn', 'endedOn', 'available')),
  owned_since timestamptz not null default now(),
  primary key (organization_id, employee_id, field),
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.idempotency_keys', 'public.owned_fields']) as name;

-- Why somebody is not available, as far as planning needs it; no reason is stored.
alter table public.employments
  add column absence text check (absence in ('long_absence', 'under_notice')),
  add constraint employments_absence check (absence is null or not available);
