-- Files of people and what becomes of them: read, columns named, planned as a preview, applied, taken back.
create table public.imports (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  import_id uuid not null,
  kind text not null check (kind in ('employees', 'targets', 'positions', 'assessments')),
  -- new: not read yet; mapping: waits for somebody to say which column is what; planned: the preview stands.
  state text not null default 'new' check (state in ('new', 'mapping', 'planned', 'applied', 'undone')),
  file_name text not null,
  -- SHA-256 of the file, hexadecimal.
  checksum text not null,
  -- The stored file; it expires by itself and goes when the import is applied.
  upload_id uuid,
  -- The operation that works on it, or did last.
  operation_id uuid,
  -- Header as found: line, names, a few cells of each column; null when it was forgotten.
  header jsonb,
  -- Which column is which field, how days are written, whether the file holds everybody.
  layout jsonb,
  counts jsonb,
  warnings jsonb,
  -- SHA-256 of what the preview says; another one when it is applied means that something changed meanwhile.
  plan_digest text,
  -- The plan was made anew because something had changed when it was to be applied.
  replanned boolean not null default false,
  asked_by_kind text not null check (asked_by_kind in ('user', 'token', 'job', 'operator')),
  asked_by text not null,
  asked_at timestamptz not null default now(),
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (organization_id, import_id)
);
create index imports_recent on public.imports (organization_id, asked_at desc);
create index imports_applied on public.imports (organization_id, applied_at desc);

-- What the preview of an import says row by row; rows that change nothing are only counted.
create table public.import_rows (
  organization_id uuid not null default current_organization_id(),
  import_id uuid not null,
  outcome text not null check (outcome in ('created', 'changed', 'rejected', 'missing')),
  position integer not null,
  -- The line of the file, from 1; null for people who are not in it.
  line integer,
  external_id text not null,
  name text not null,
  -- Differences by field, faults by column, or the cells of a rejected row.
  detail jsonb not null,
  primary key (organization_id, import_id, outcome, position),
  foreign key (organization_id, import_id) references public.imports on delete cascade
);

-- What was known of each person whom an import touched, for taking it back. before is null for a person who was new.
create table public.import_changes (
  organization_id uuid not null default current_organization_id(),
  import_id uuid not null,
  employee_id uuid not null,
  before jsonb,
  -- MD5 of what the import left; another one later means that somebody changed the person since.
  after_hash text,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, import_id, employee_id),
  foreign key (organization_id, import_id) references public.imports on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index import_changes_age on public.import_changes (organization_id, recorded_at);
create index import_changes_person on public.import_changes (organization_id, employee_id);

-- How an organization's files are read, by the names of their columns.
create table public.import_layouts (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  -- SHA-256 of the header's names, hexadecimal.
  fingerprint text not null,
  layout jsonb not null,
  used_at timestamptz not null default now(),
  primary key (organization_id, fingerprint)
);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.imports', 'public.import_rows', 'public.import_changes', 'public.import_layouts']) as name;
