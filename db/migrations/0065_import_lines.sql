-- The rows of a file of people while one transaction holds them against what is known: written, read and deleted by it,
-- so that nobody else ever sees one, and none is left. What does not outlive its transaction need not outlive a crash
-- (unlogged), and no foreign key is looked up for each row.
create unlogged table public.import_lines (
  organization_id uuid not null default current_organization_id(),
  import_id uuid not null,
  -- The place in the file, from 1, and the line on which the row begins.
  number integer not null,
  line integer not null,
  external_id text not null,
  -- The e-mail in lower case; null: none, or not stated.
  email_key text,
  -- The e-mail that the person had before the import gave it to somebody else.
  email_before text,
  -- The manager's external id; empty: nobody; null: not stated.
  manager text,
  started_on text,
  ended_on text,
  status text,
  -- What is stated of person and employment in one text, as the database writes what is known (known-lines.ts).
  facts text not null,
  -- Occupations stated, as code:share;code:share by code, and the role band; null: not stated.
  held text,
  band smallint,
  -- The cells as the file has them, as JSON; text, since a cell may hold what jsonb does not.
  cells text not null,
  -- Why the row is not taken (line-fault.ts), and the round of checks that found it; 0: it could not be read.
  fault text,
  fault_round smallint,
  primary key (organization_id, import_id, number)
);

select cadre_private.protect_tenant_table('public.import_lines');
