-- What lists of people are sorted and searched by: small letters without accents (method of the search:
-- people/domain/people-search.ts). Decomposed canonically, so that a key stays short enough for an index.
alter table public.employees
  add column sort_name text not null
    generated always as (regexp_replace(normalize(lower(name), NFD), U&'[\0300-\036F]', '', 'g')) stored,
  add column search_text text not null
    generated always as (regexp_replace(normalize(lower(
      name || E'\n' || external_id || E'\n' || coalesce(email, '')), NFD), U&'[\0300-\036F]', '', 'g')) stored;
create index employees_sort_name on public.employees (organization_id, sort_name, employee_id);

alter table public.employments
  add column title_key text not null
    generated always as (regexp_replace(normalize(lower(title), NFD), U&'[\0300-\036F]', '', 'g')) stored;
