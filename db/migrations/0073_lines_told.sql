-- What is wrong with a row that is not taken, beside its fault, found for all of them in one pass: the line of another row
-- with its id, with its e-mail, and of its manager's refused row (0: nobody has the manager's id); null: nothing.
alter table public.import_lines
  add column id_line integer,
  add column email_line integer,
  add column manager_line integer;
