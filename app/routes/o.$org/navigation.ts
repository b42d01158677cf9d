import type { NavSection } from '~/components/app-shell';
import { type Permission, reachOf } from '~/modules/organizations/domain/permissions';
import type { Role } from '~/modules/organizations/domain/role';

interface Place {
  readonly base: string;
  readonly pathname: string;
  readonly role: Role;
  readonly employeeId: string | null;
}

/** The pages that the role opens; a page that it does not open is not offered. */
export function navigationFor({ base, pathname, role, employeeId }: Place): NavSection[] {
  const may = (permission: Permission) => reachOf(role, permission) !== 'none';
  const item = (label: string, path: string) => ({
    label,
    to: `${base}/${path}`,
    current: false,
  });
  const views = [
    ...(may('heatmap:read')
      ? [item('Overview', 'overview'), item('Heatmap', 'heatmap'), item('AI-readiness', 'ai-readiness')]
      : []),
    ...(may('cycles:run') ? [item('Assessments', 'assessments')] : []),
    ...(may('cycles:run') ? [item('Observations', 'observations')] : []),
    ...(employeeId && may('ratings:submit') ? [item('Rate', 'assess')] : []),
  ];
  const people = [
    ...(may('directory:read') ? [item('People', 'people')] : []),
    ...(may('directory:read') ? [item('Teams', 'teams'), item('Sites', 'sites')] : []),
    ...(may('mapping:write') ? [item('Mapping', 'mapping')] : []),
    ...(may('directory:write') ? [item('Imports', 'imports')] : []),
    ...(may('directory:read') ? [item('Positions', 'positions')] : []),
    ...(may('contests:answer') ? [item('Contests', 'contests')] : []),
  ];
  const records = [
    ...(employeeId && may('profiles:read') ? [item('My profile', `people/${employeeId}`)] : []),
    ...(may('catalogue:read') ? [item('Occupations', 'occupations')] : []),
    ...(may('catalogue:read') ? [item('Target profiles', 'targets')] : []),
    ...(may('requirements:read') ? [item('Requirements', 'requirements')] : []),
    ...(may('catalogue:write') ? [item('Own frameworks', 'frameworks')] : []),
  ];
  const settings = [
    ...(may('organization:read')
      ? [item('Settings', 'settings')]
      : [item('Catalogue sources', 'settings/catalogue'), item('Your membership', 'settings/my-membership')]),
    item('Privacy notice', 'privacy'),
    { label: 'Your account', to: '/account', current: false },
  ];
  const control = [
    ...(may('audit:read') ? [item('Audit log', 'audit')] : []),
    ...(may('jobs:read') ? [item('Background jobs', 'jobs')] : []),
  ];
  return withCurrent(pathname, [
    ...(views.length > 0 ? [{ items: views }] : []),
    ...(people.length > 0 ? [{ heading: 'People', items: people }] : []),
    ...(records.length > 0 ? [{ heading: 'Records', items: records }] : []),
    ...(control.length > 0 ? [{ heading: 'Control', items: control }] : []),
    ...(settings.length > 0 ? [{ heading: 'Settings', items: settings }] : []),
  ]);
}

/** Marks one page at most: the nearest of those that the address is of or lies below. */
function withCurrent(pathname: string, sections: readonly NavSection[]): NavSection[] {
  const [nearest] = sections
    .flatMap(({ items }) => items.map(({ to }) => to))
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length);
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, current: item.to === nearest })),
  }));
}
