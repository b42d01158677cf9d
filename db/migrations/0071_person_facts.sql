-- What the web process keeps in memory of each compact row, to count any groups of people without reading them again:
-- the twelve dimensions in binary (capability/domain/person-facts.ts), null until the next refresh of the person; and a
-- number that each written row gets anew, by which a process finds the teams that changed since it looked.
-- Rows from before have no number, so that the table is not written anew while it is locked.
create sequence public.person_figures_written_seq as bigint;
grant usage on sequence public.person_figures_written_seq to cadre_app;
alter table public.person_figures
  add column facts bytea,
  add column written bigint,
  add constraint person_figures_facts_check check (octet_length(facts) = 192) not valid;
alter table public.person_figures alter column written set default nextval('public.person_figures_written_seq');
alter sequence public.person_figures_written_seq owned by public.person_figures.written;

-- The rows are computed by the next refresh, which takes everybody for changed; until then they are counted by their sums.
alter table public.capability_state no force row level security;
update public.capability_state set formula_version = '';
alter table public.capability_state force row level security;
