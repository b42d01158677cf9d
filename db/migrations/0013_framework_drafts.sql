-- An organization's own frameworks while they are written. A published one is a row of own_frameworks and does not
-- change; its draft stays behind and says who wrote it, who published it and when.
create table public.own_framework_drafts (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  draft_id uuid not null,
  soc text not null check (soc ~ '^\d{2}-\d{4}\.\d{2}$'),
  -- Title of the occupation when the draft was begun.
  title text not null,
  instrument text not null check (instrument in ('durable', 'ai_use', 'mastery')),
  version text not null,
  -- Details, levels and statements: DraftContent of the module frameworks.
  content jsonb not null,
  -- How many statements the content has.
  statements integer not null,
  -- Counts the changes, so that of two who change the same state the second is told.
  revision integer not null default 1 check (revision > 0),
  begun_by text not null,
  begun_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  published_as uuid,
  published_by text,
  published_at timestamptz,
  primary key (organization_id, draft_id),
  foreign key (organization_id, published_as) references public.own_frameworks on delete cascade,
  check (published_as is null or published_at is not null)
);
create unique index own_framework_drafts_published on public.own_framework_drafts (organization_id, published_as)
  where published_as is not null;
create unique index own_framework_drafts_version
  on public.own_framework_drafts (organization_id, soc, instrument, version) where published_as is null;

select cadre_private.protect_tenant_table('public.own_framework_drafts'::regclass);
