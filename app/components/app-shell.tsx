import { Link, useLocation } from '@remix-run/react';
import { Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark';

export interface NavItem {
  readonly label: string;
  readonly to: string;
  readonly current: boolean;
  /** Small figure at the end of the line, such as a number of open items. */
  readonly count?: string;
}

export interface NavSection {
  /** Without a heading the items stand at the top. */
  readonly heading?: string;
  readonly items: readonly NavItem[];
}

export interface AppShellProps {
  readonly homeTo: string;
  readonly sections: readonly NavSection[];
  readonly person: { readonly name: string; readonly detail: string; readonly to?: string };
  /** Name of the organization, or a link or form that switches it (class `switcher`). */
  readonly organization: ReactNode;
  /** A form that signs out. */
  readonly signOut: ReactNode;
  /** Optional theme choice, above the sign-out form. */
  readonly theme?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The frame of every signed-in page: skip link, rail of navigation, content. On a phone the rail becomes
 * a bar with a `details` menu, which opens without script and closes when the address changes.
 * The slots are rendered twice, once for each form, so they must hold no element ids.
 */
export function AppShell(props: AppShellProps) {
  const { key } = useLocation();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <header className="rail">
        <Brand to={props.homeTo} />
        <Navigation {...props} />
      </header>
      <header className="topbar">
        <Brand to={props.homeTo} />
        <details className="menu" key={key}>
          <summary>
            <Menu aria-hidden="true" />
            Menu
          </summary>
          <div className="menu-sheet">
            <Navigation {...props} />
          </div>
        </details>
      </header>
      <main id="content" className="shell-main" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

function Brand({ to }: { readonly to: string }) {
  return (
    <Link className="brand" to={to}>
      <BrandMark />
      Cadre
    </Link>
  );
}

function Navigation({ organization, sections, person, theme, signOut }: AppShellProps) {
  return (
    <>
      {organization}
      <nav className="nav" aria-label="Main">
        {sections.map((section) => (
          <NavGroup key={section.heading ?? section.items[0]?.to} section={section} />
        ))}
      </nav>
      <div className="person-foot">
        <div>
          <strong>{person.to ? <Link to={person.to}>{person.name}</Link> : person.name}</strong>
          {person.detail}
        </div>
        {theme}
        {signOut}
      </div>
    </>
  );
}

function NavGroup({ section }: { readonly section: NavSection }) {
  return (
    <>
      {section.heading ? <h2>{section.heading}</h2> : null}
      <ul className="nav">
        {section.items.map((item) => (
          <li key={item.to}>
            <Link className="nav-link" to={item.to} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count ? <span className="nav-count">{item.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
