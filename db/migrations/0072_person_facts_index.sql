-- Apart from the columns, so that people read on while all rows are looked at.
alter table public.person_figures validate constraint person_figures_facts_check;
create index person_figures_written on public.person_figures (organization_id, written);
