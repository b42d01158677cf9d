import type { APIRequestContext } from '@playwright/test';
import type { DemoRole } from '../cadre/demo-accounts';
import type { Visit } from '../fixtures';
import { listPeople, teamId } from './everyone';

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
  { name: 'organizations', role: 'shared', visit: { organization: 'shared' }, path: () => '/o' },
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
  { name: 'released heatmap', role: 'executive', path: () => '/o/demo/heatmap' },
  {
    name: 'people of a team',
    role: 'hr_partner',
    path: async (hrPartner) =>
      `/o/demo/heatmap?rows=person&parent=${await teamId(hrPartner, 'Risk and Systems', 'Risk Analysis')}`,
  },
  { name: 'audit log', role: 'owner', path: () => '/o/demo/audit' },
  { name: 'audit log without an entry', role: 'owner', path: () => '/o/demo/audit?until=2001-01-01' },
  { name: 'members', role: 'owner', path: () => '/o/demo/settings/members' },
  { name: 'settings', role: 'admin', path: () => '/o/demo/settings' },
  { name: 'settings to read', role: 'hr_partner', path: () => '/o/demo/settings' },
  { name: 'smallest group', role: 'owner', path: () => '/o/demo/settings/smallest-group' },
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
  { name: 'membership', role: 'employee', path: () => '/o/demo/settings/my-membership' },
  { name: 'single sign-on', role: null, path: () => '/sso' },
  { name: 'single sign-on of nobody', role: null, path: () => '/sso?organization=nobody' },
  { name: 'single sign-on refused', role: null, path: () => '/sso/callback/none?state=x' },
  { name: 'settings of single sign-on', role: 'owner', path: () => '/o/demo/settings/single-sign-on' },
  { name: 'void invitation', role: null, path: () => '/invite/void' },
  { name: 'profile', role: 'employee', visit: { index: 1 }, path: () => '/o/demo' },
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
  { name: 'own frameworks', role: 'hr_partner', path: () => '/o/demo/frameworks' },
  {
    name: 'new own framework',
    role: 'hr_partner',
    path: () => '/o/demo/frameworks/new?soc=33-9032.00&instrument=mastery',
  },
  { name: 'sources of the catalogue', role: 'owner', path: () => '/o/demo/settings/catalogue' },
  { name: 'not open to the role', role: 'employee', path: () => '/o/demo/heatmap' },
  { name: 'no such page', role: 'hr_partner', path: () => '/o/demo/nowhere' },
];
