-- What was published about privacy, and who agreed that smaller groups are shown, is kept: the runtime role deletes none
-- of it. Of a publication it changes only who published it, for when that person is erased.
revoke update, delete on public.privacy_versions from cadre_app;
grant update (published_by) on public.privacy_versions to cadre_app;
revoke delete on public.k_lowerings from cadre_app;
