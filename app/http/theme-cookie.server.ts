import type { Theme } from '~/components/theme-toggle';

const THEMES: readonly string[] = ['light', 'dark', 'system'];
const YEAR_S = 31_536_000;

/** The theme that this browser chose, or the system's. */
export function readTheme(request: Request): Theme {
  const value = /(?:^|;\s*)theme=(light|dark|system)(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return (value as Theme | undefined) ?? 'system';
}

/** The cookie that remembers a theme; anything unknown is the system's. */
export function themeCookie(value: string): string {
  const theme = THEMES.includes(value) ? value : 'system';
  return `theme=${theme}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly`;
}
