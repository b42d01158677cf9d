import { ButtonLink } from '~/components/button';
import { FRESH_MINUTES } from '../domain/fresh-session';

/** Leads to where the reader shows anew who they are, and back, instead of a form that needs a recent sign-in. */
export function ConfirmFirst({ to }: { readonly to: string }) {
  return (
    <div className="stack">
      <p>
        This needs a sign-in of the last {FRESH_MINUTES} minutes. Confirm that it is you; you come back to
        this page.
      </p>
      <div className="toolbar">
        <ButtonLink to={to} variant="primary">
          Confirm that it is you
        </ButtonLink>
      </div>
    </div>
  );
}
