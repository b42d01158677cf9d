-- A letter to whom an organization's identity provider signs in to an account from now on.
alter table auth.mail_queue
  drop constraint mail_queue_kind_check,
  add constraint mail_queue_kind_check check (kind in (
    'invitation', 'member-changed', 'member-removed', 'sso-connected',
    'sign-up', 'sign-up-known', 'password-reset', 'password-changed', 'second-factor-changed'
  ));
