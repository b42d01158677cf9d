-- A sign-in that was connected with a record is told when it is taken back too, and to the person by the address of the
-- record. Of the letters to the person, subject_id and about_id are the person of the directory.
alter table auth.mail_queue
  drop constraint mail_queue_kind_check,
  add constraint mail_queue_kind_check check (kind in (
    'invitation', 'member-changed', 'member-removed', 'sso-connected',
    'sign-up', 'sign-up-known', 'password-reset', 'password-changed', 'second-factor-changed',
    'contest-opened', 'contest-answered', 'cycle-opened', 'cycle-reminder',
    'sign-in-linked', 'sign-in-taken-back', 'record-linked', 'record-taken-back'
  ));

-- Letters go with the person to whom they lead, those of persons erased before as well: the owner reads all
-- organizations, here.
create index mail_queue_about on auth.mail_queue (organization_id, about_id) where about_id is not null;
alter table public.employees no force row level security;
delete from auth.mail_queue
 where about_id is not null
   and not exists (select from public.employees
                    where employees.organization_id = mail_queue.organization_id
                      and employees.employee_id = mail_queue.about_id);
alter table public.employees force row level security;
