-- A person of an organization said that a standard of the shared catalogue is about an occupation: seen by that
-- organization only, beside the links of standard_links, which the operator makes for all.
create table public.own_standard_links (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  soc text not null,
  urn text not null,
  version text not null,
  -- Id of the user, and the name under which the page shows who says so.
  linked_by_user text not null check (linked_by_user <> ''),
  linked_by text not null check (linked_by <> ''),
  linked_at timestamptz not null,
  primary key (organization_id, soc, urn, version)
);

select cadre_private.protect_tenant_table('public.own_standard_links');
