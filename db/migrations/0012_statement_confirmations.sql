-- What a person of an organization said about statements, of the shared catalogue and of its own. Statements are named
-- by their identity, which is the same in every version and source (method.md 11).

-- The newer statement is the older one in other words.
create table public.reworded_statements (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  from_statement_id text not null,
  to_statement_id text not null,
  -- Id of the user.
  confirmed_by text not null check (confirmed_by <> ''),
  confirmed_at timestamptz not null,
  primary key (organization_id, from_statement_id, to_statement_id)
);

-- Where label and behaviour part in a statement whose source has lost the split: the label is the beginning of its text.
create table public.confirmed_splits (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  statement_id text not null,
  label text not null check (label <> ''),
  confirmed_by text not null check (confirmed_by <> ''),
  confirmed_at timestamptz not null,
  primary key (organization_id, statement_id)
);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.reworded_statements', 'public.confirmed_splits']) as name;
