-- Letters that a sign-in was connected with a record: to the HR partners, with whose it is, and to the person.
-- about_id: the person of the directory to whom the letter leads; null where it says nothing of anybody else.
alter table auth.mail_queue
  add column about_id uuid,
  drop constraint mail_queue_kind_check,
  add constraint mail_queue_kind_check check (kind in (
    'invitation', 'member-changed', 'member-removed', 'sso-connected',
    'sign-up', 'sign-up-known', 'password-reset', 'password-changed', 'second-factor-changed',
    'contest-opened', 'contest-answered', 'cycle-opened', 'cycle-reminder', 'sign-in-linked'
  ));
