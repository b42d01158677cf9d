import type { APIRequestContext } from '@playwright/test';
import type { DemoRole } from '../cadre/demo-accounts';
import type { Visit } from '../fixtures';
import { cyclePath } from './cycle-path';
import { listPeople, teamId } from './everyone';
import { positionPath } from './position-path';

/** A kind of page, as someone sees it who may. */
export interface SomePage {
  readonly name: string;
  /** Null: nobody is signed in. */
  readonly role: DemoRole | null;
  readonly visit?: Visit;
  /** Its address; ids are looked up as the HR partner. */
  readonly path: (hrPartner: APIRequestContext) => Promise<string> | string;
}

export const EVERY_PAGE: readonly SomePage[] = [
  { name: 'sign-in', role: null, path: () => '/login' },
  { name: 'sign-up', role: null, path: () => '/signup' },
  { name: 'void sign-up', role: null, path: () => '/signup/void' },
  { name: 'new password', role: null, path: () => '/reset' },
  { name: 'account', role: 'employee', path: () => '/account' },
  { name: 'background jobs', role: 'owner', path: () => '/o/demo/jobs' },
  { name: 'organizations', role: 'shared', visit: { organization: 'shared' }, path: () => '/o' },
  { name: 'overview', role: 'hr_partner', path: () => '/o/demo/overview' },
  { name: 'released overview', role: 'executive', path: () => '/o/demo/overview' },
  { name: 'heatmap', role: 'hr_partner', path: () => '/o/demo/heatmap' },
  {
    name: 'heatmap at target',
    role: 'hr_partner',
    path: async (hrPartner) =>
      `/o/demo/heatmap?figure=at_target&parent=${await teamId(hrPartner, 'Terminal Operations North')}`,
  },
  {
    name: 'heatmap with panel',
    role: 'hr_partner',
    path: async (hrPartner) => {
      const parent = await teamId(hrPartner, 'Mobile Response');
      const team = await teamId(hrPartner, 'Mobile Response', 'Dog Unit');
      return `/o/demo/heatmap?parent=${parent}&cell=group:${team}:mastery`;
    },
  },
  { name: 'heatmap by site', role: 'hr_partner', path: () => '/o/demo/heatmap?rows=site&figure=unknown' },
  {
    name: 'heatmap filtered',
    role: 'hr_partner',
    path: () => '/o/demo/heatmap?rows=band&filter[kind]=employee&filter[available]=yes&figure=difference',
  },
  { name: 'heatmap of a past day', role: 'director', path: () => '/o/demo/heatmap?asOf=2026-08-31' },
  { name: 'heatmap with trend', role: 'hr_partner', path: () => '/o/demo/heatmap?figure=trend&rows=band' },
  {
    name: 'groups compared',
    role: 'hr_partner',
    path: () => '/o/demo/heatmap/compare?rows=band&a=1&b=2&filter[kind]=employee',
  },
  { name: 'released groups to compare', role: 'executive', path: () => '/o/demo/heatmap/compare' },
  { name: 'saved views', role: 'hr_partner', path: () => '/o/demo/heatmap/views?rows=site&figure=unknown' },
  { name: 'released by team only', role: 'executive', path: () => '/o/demo/heatmap?rows=site' },
  { name: 'released heatmap', role: 'executive', path: () => '/o/demo/heatmap' },
  {
    name: 'people of a team',
    role: 'hr_partner',
    path: async (hrPartner) =>
      `/o/demo/heatmap?rows=person&parent=${await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis')}`,
  },
  { name: 'AI-readiness', role: 'hr_partner', path: () => '/o/demo/ai-readiness' },
  {
    name: 'AI-readiness of an occupation',
    role: 'director',
    path: () => '/o/demo/ai-readiness?row=33-9032.00',
  },
  { name: 'released AI-readiness', role: 'executive', path: () => '/o/demo/ai-readiness?row=all' },
  { name: 'people', role: 'hr_partner', path: () => '/o/demo/people' },
  { name: 'people of the own team', role: 'employee', path: () => '/o/demo/people' },
  {
    name: 'people, nobody found',
    role: 'hr_partner',
    path: () => '/o/demo/people?query=nobody+of+this+name',
  },
  { name: 'audit log', role: 'owner', path: () => '/o/demo/audit' },
  { name: 'audit log without an entry', role: 'owner', path: () => '/o/demo/audit?until=2001-01-01' },
  { name: 'members', role: 'owner', path: () => '/o/demo/settings/members' },
  { name: 'settings', role: 'admin', path: () => '/o/demo/settings' },
  { name: 'settings to read', role: 'hr_partner', path: () => '/o/demo/settings' },
  { name: 'smallest group', role: 'owner', path: () => '/o/demo/settings/smallest-group' },
  { name: 'released tree of AI use', role: 'owner', path: () => '/o/demo/settings/ai-use' },
  { name: 'tokens', role: 'owner', path: () => '/o/demo/settings/tokens' },
  { name: 'privacy pack', role: 'owner', path: () => '/o/demo/settings/privacy' },
  { name: 'annex of the privacy pack', role: 'owner', path: () => '/o/demo/settings/privacy/annex' },
  { name: 'privacy notice', role: 'employee', path: () => '/o/demo/privacy' },
  { name: 'sign-in settings', role: 'owner', path: () => '/o/demo/settings/sign-in' },
  { name: 'second factors', role: 'employee', path: () => '/account/security' },
  { name: 'confirming', role: 'employee', path: () => '/account/security/confirm' },
  { name: 'copy and deletion', role: 'owner', path: () => '/o/demo/settings/deletion' },
  { name: 'copy alone', role: 'hr_partner', path: () => '/o/demo/settings/deletion' },
  {
    name: 'erasure of a person',
    role: 'hr_partner',
    path: async (hrPartner) => {
      const team = await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis');
      const [someone] = await listPeople(hrPartner, 'demo', team);
      return `/o/demo/people/${someone?.id}/erase`;
    },
  },
  {
    name: 'change of a person',
    role: 'hr_partner',
    path: async (hrPartner) => {
      const team = await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis');
      const [someone] = await listPeople(hrPartner, 'demo', team);
      return `/o/demo/people/${someone?.id}/edit`;
    },
  },
  { name: 'new person', role: 'hr_partner', path: () => '/o/demo/people/new' },
  { name: 'change of people', role: 'hr_partner', path: () => '/o/demo/people/change?all=yes' },
  { name: 'change of nobody', role: 'hr_partner', path: () => '/o/demo/people/change' },
  { name: 'teams', role: 'hr_partner', path: () => '/o/demo/teams' },
  { name: 'own team', role: 'employee', path: () => '/o/demo/teams' },
  { name: 'no team found', role: 'director', path: () => '/o/demo/teams?q=nowhere' },
  { name: 'new team', role: 'hr_partner', path: () => '/o/demo/teams/new' },
  {
    name: 'team',
    role: 'hr_partner',
    path: async (hrPartner) =>
      `/o/demo/teams/${await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis')}`,
  },
  {
    name: 'move of a team',
    role: 'hr_partner',
    path: async (hrPartner) => {
      const team = await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis');
      return `/o/demo/teams/${team}/move?parent=${await teamId(hrPartner, 'Mobile Response')}`;
    },
  },
  { name: 'sites', role: 'hr_partner', path: () => '/o/demo/sites' },
  {
    name: 'site',
    role: 'hr_partner',
    path: async (hrPartner) => {
      const sites = await (await hrPartner.get('/o/demo/sites')).text();
      return /\/o\/demo\/sites\/[0-9a-f-]{36}/u.exec(sites)?.[0] ?? '/o/demo/sites/none';
    },
  },
  { name: 'positions', role: 'hr_partner', path: () => '/o/demo/positions' },
  { name: 'positions of the own team', role: 'employee', path: () => '/o/demo/positions' },
  { name: 'no position found', role: 'director', path: () => '/o/demo/positions?query=nowhere' },
  { name: 'new position', role: 'hr_partner', path: () => '/o/demo/positions/new' },
  { name: 'import of positions', role: 'hr_partner', path: () => '/o/demo/positions/import' },
  {
    name: 'position',
    role: 'hr_partner',
    path: (hrPartner) => positionPath(hrPartner, 'Site Security Manager Hamburg'),
  },
  {
    name: 'position without a profile',
    role: 'admin',
    path: (hrPartner) => positionPath(hrPartner, 'Head of Control Rooms'),
  },
  {
    name: 'change of a position',
    role: 'hr_partner',
    path: async (hrPartner) => `${await positionPath(hrPartner, 'Site Security Manager Hamburg')}/edit`,
  },
  {
    name: 'profile of a position',
    role: 'hr_partner',
    path: async (hrPartner) => `${await positionPath(hrPartner, 'Site Security Manager Antwerp')}/profile`,
  },
  {
    name: 'pool of a position',
    role: 'hr_partner',
    path: async (hrPartner) => `${await positionPath(hrPartner, 'Site Security Manager Hamburg')}/pool`,
  },
  { name: 'membership', role: 'employee', path: () => '/o/demo/settings/my-membership' },
  { name: 'single sign-on', role: null, path: () => '/sso' },
  { name: 'single sign-on of nobody', role: null, path: () => '/sso?organization=nobody' },
  { name: 'single sign-on refused', role: null, path: () => '/sso/callback/none?state=x' },
  { name: 'settings of single sign-on', role: 'owner', path: () => '/o/demo/settings/single-sign-on' },
  { name: 'void invitation', role: null, path: () => '/invite/void' },
  { name: 'profile', role: 'employee', visit: { index: 1 }, path: () => '/o/demo' },
  { name: 'cycles', role: 'hr_partner', path: () => '/o/demo/assessments' },
  { name: 'new cycle', role: 'hr_partner', path: () => '/o/demo/assessments/new' },
  { name: 'cycle', role: 'hr_partner', path: (hrPartner) => cyclePath(hrPartner) },
  {
    name: 'change of a cycle',
    role: 'hr_partner',
    path: async (hrPartner) => `${await cyclePath(hrPartner)}/edit`,
  },
  {
    name: 'people of a cycle',
    role: 'hr_partner',
    path: async (hrPartner) => `${await cyclePath(hrPartner)}/people`,
  },
  {
    name: 'calibration',
    role: 'hr_partner',
    path: async (hrPartner) => `${await cyclePath(hrPartner, 'closed')}/calibration`,
  },
  {
    name: 'calibration of an open cycle',
    role: 'hr_partner',
    path: async (hrPartner) => `${await cyclePath(hrPartner)}/calibration`,
  },
  {
    name: 'agreement and severity',
    role: 'hr_partner',
    path: async (hrPartner) => `${await cyclePath(hrPartner, 'closed')}/agreement`,
  },
  {
    name: 'ratings in another version, of one version',
    role: 'hr_partner',
    path: () => '/o/demo/occupations/33-9032.00/compare/mastery/ratings',
  },
  { name: 'void stop link', role: null, path: () => '/stop/void' },
  { name: 'contests', role: 'hr_partner', path: () => '/o/demo/contests' },
  {
    name: 'evidence of a person',
    role: 'hr_partner',
    path: async (hrPartner) => {
      const team = await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis');
      const [someone] = await listPeople(hrPartner, 'demo', team);
      return `/o/demo/people/${someone?.id}/evidence`;
    },
  },
  { name: 'observations', role: 'hr_partner', path: () => '/o/demo/observations' },
  {
    name: 'new observations',
    role: 'hr_partner',
    path: async (hrPartner) =>
      `/o/demo/observations/new?team=${await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis')}`,
  },
  { name: 'import of observations', role: 'hr_partner', path: () => '/o/demo/observations/import' },
  { name: 'ratings', role: 'employee', path: () => '/o/demo/assess?cycle=own' },
  {
    name: 'profile of somebody else',
    role: 'hr_partner',
    path: async (hrPartner) => {
      const team = await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis');
      const [someone] = await listPeople(hrPartner, 'demo', team);
      return `/o/demo/people/${someone?.id}`;
    },
  },
  { name: 'occupations', role: 'employee', path: () => '/o/demo/occupations' },
  { name: 'occupation', role: 'employee', path: () => '/o/demo/occupations/33-9032.00' },
  {
    name: 'occupation with a cited source',
    role: 'employee',
    path: () => '/o/demo/occupations/33-9032.00?view=ai_use&cite=cadre_demo',
  },
  {
    name: 'occupation without source tables',
    role: 'employee',
    path: () => '/o/demo/occupations/33-9032.00?view=onet',
  },
  { name: 'standards', role: 'employee', path: () => '/o/demo/standards' },
  { name: 'standard', role: 'hr_partner', path: () => '/o/demo/standards/TSTDK12' },
  {
    name: 'occupations found by an alternate title',
    role: 'employee',
    path: () => '/o/demo/occupations?query=guards&framework=1',
  },
  { name: 'releases compared', role: 'employee', path: () => '/o/demo/catalogue/releases' },
  { name: 'one version', role: 'employee', path: () => '/o/demo/occupations/33-9032.00/compare/mastery' },
  { name: 'no open split', role: 'hr_partner', path: () => '/o/demo/occupations/33-9032.00/splits/mastery' },
  { name: 'mapping inbox', role: 'hr_partner', path: () => '/o/demo/mapping?show=all' },
  { name: 'own frameworks', role: 'hr_partner', path: () => '/o/demo/frameworks' },
  {
    name: 'new own framework',
    role: 'hr_partner',
    path: () => '/o/demo/frameworks/new?soc=33-9032.00&instrument=mastery',
  },
  { name: 'sources of the catalogue', role: 'owner', path: () => '/o/demo/settings/catalogue' },
  { name: 'target profiles', role: 'hr_partner', path: () => '/o/demo/targets' },
  { name: 'target profiles to read', role: 'employee', path: () => '/o/demo/targets' },
  { name: 'target profile', role: 'hr_partner', path: () => '/o/demo/targets/33-9032.00/2' },
  { name: 'target profile to read', role: 'employee', path: () => '/o/demo/targets/33-9032.00/2' },
  {
    name: 'target profiles to change',
    role: 'hr_partner',
    path: () => '/o/demo/targets/change?profile=33-9032.00:1&profile=33-9032.00:2',
  },
  { name: 'import of target profiles', role: 'hr_partner', path: () => '/o/demo/targets/import' },
  { name: 'requirements', role: 'hr_partner', path: () => '/o/demo/requirements' },
  { name: 'new requirement', role: 'hr_partner', path: () => '/o/demo/requirements/new' },
  { name: 'imports', role: 'hr_partner', path: () => '/o/demo/imports' },
  { name: 'import of a framework', role: 'hr_partner', path: () => '/o/demo/frameworks/import' },
  { name: 'not open to the role', role: 'employee', path: () => '/o/demo/heatmap' },
  { name: 'no such page', role: 'hr_partner', path: () => '/o/demo/nowhere' },
];
