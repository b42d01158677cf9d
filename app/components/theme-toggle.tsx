import { Form } from '@remix-run/react';
import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';

export type Theme = 'light' | 'dark' | 'system';

export interface ThemeToggleProps {
  readonly current: Theme;
  /** Address to come back to. */
  readonly returnTo: string;
  /** Hidden inputs that the receiving route asks for. */
  readonly children?: ReactNode;
}

const CHOICES = [
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'system', label: 'As the system', Icon: Monitor },
] as const;

/** Three buttons in a plain form that posts `theme` and `returnTo` to /theme; works without script. */
export function ThemeToggle({ current, returnTo, children }: ThemeToggleProps) {
  return (
    <Form method="post" action="/theme">
      {children}
      <input type="hidden" name="returnTo" value={returnTo} />
      <fieldset className="segments">
        <legend className="sr-only">Theme</legend>
        {CHOICES.map(({ value, label, Icon }) => (
          <button key={value} type="submit" name="theme" value={value} aria-pressed={value === current}>
            <Icon aria-hidden="true" />
            <span className="sr-only">{label}</span>
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
