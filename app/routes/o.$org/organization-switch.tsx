import { Link } from '@remix-run/react';
import { ChevronsUpDown } from 'lucide-react';

/** The organization's name, leading to the choice of another. */
export function OrganizationSwitch({ name }: { readonly name: string }) {
  return (
    <Link className="switcher" to="/o" title="Your organizations">
      {name}
      <ChevronsUpDown aria-hidden="true" />
    </Link>
  );
}
