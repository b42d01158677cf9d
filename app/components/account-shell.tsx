import { Form, Link, useLocation, useRouteLoaderData } from '@remix-run/react';
import { ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppShell } from './app-shell';
import { Button } from './button';
import { type Theme, ThemeToggle } from './theme-toggle';

export interface AccountShellProps {
  /** Who is signed in. */
  readonly person: { readonly name: string; readonly email: string };
  readonly children: ReactNode;
}

const PAGES = [
  { label: 'Account', to: '/account' },
  { label: 'Security', to: '/account/security' },
] as const;

/** The frame of the pages about one's own account, which belong to no organization. */
export function AccountShell({ person, children }: AccountShellProps) {
  const { theme } = useRouteLoaderData<{ theme: Theme }>('root') ?? { theme: 'system' as const };
  const { pathname, search } = useLocation();
  const isCurrent = (to: string) => pathname === to || (to !== '/account' && pathname.startsWith(`${to}/`));
  return (
    <AppShell
      homeTo="/o"
      organization={
        <Link className="switcher" to="/o">
          Your organizations
          <ChevronsUpDown aria-hidden="true" />
        </Link>
      }
      sections={[
        { heading: 'Your account', items: PAGES.map((page) => ({ ...page, current: isCurrent(page.to) })) },
      ]}
      person={{ name: person.name, detail: person.email, to: '/account' }}
      theme={<ThemeToggle current={theme} returnTo={`${pathname}${search}`} />}
      signOut={
        <Form method="post" action="/logout">
          <Button type="submit" variant="quiet">
            Sign out
          </Button>
        </Form>
      }
    >
      {children}
    </AppShell>
  );
}
