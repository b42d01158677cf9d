-- A decision may be about a released figure, which is words: kept as they stood.
alter table public.decisions add column figure_words text check (char_length(figure_words) between 1 and 200);
do $$
declare
  old text := (select conname from pg_constraint where conrelid = 'public.decisions'::regclass
    and pg_get_constraintdef(oid) like '%figure_scope IS NULL%');
begin
  execute format('alter table public.decisions drop constraint %I', old);
end
$$;
alter table public.decisions add constraint decisions_figure_then check (
  figure_scope is null or (num_nonnulls(figure_then, figure_words) > 0 and figure_on is not null)
);
