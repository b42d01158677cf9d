import type { membersScene } from '#test/integration/http/members-scene';
import { form } from '#test/setup/http-client';
import { TEST_PASSWORD, type TestWeb } from '#test/setup/web';
import { startOperation } from '~/modules/organizations/commands/start-operation';

/** A write that succeeds, ready to be sent: a new one each time. */
export interface RightWrite {
  readonly path: string;
  readonly cookie: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Of the answer, 302 when left out. */
  readonly status?: number;
}

type Prepare = (turn: number) => Promise<RightWrite>;
type Scene = ReturnType<typeof membersScene>;

const SOC = '33-9032.00';

/** By address of the route: writes that do what the page is for. */
export async function rightWrites(web: TestWeb, scene: Scene): Promise<Readonly<Record<string, Prepare>>> {
  const { a } = web;
  const at = (path: string) => `/o/${a.slug}/${path}`;
  const cookie = await web.signInAs('owner');
  const begin = async (turn: number) => {
    const fields = { soc: SOC, instrument: 'durable', version: `turn${turn + 500}`, copyOf: '' };
    const answer = await web.send(at('frameworks/new'), { ...form(web.origin, fields), cookie });
    return String(answer.headers.location).replace(/\?.*/u, '');
  };
  const words = { rank: '1', dimension: 'leadership', label: 'Keys', behaviour: 'Counts every key' };
  return {
    '/o/:org/frameworks/new': async (turn) => ({
      path: at('frameworks/new'),
      cookie,
      fields: { soc: SOC, instrument: 'durable', version: `turn${turn}`, copyOf: '' },
    }),
    '/o/:org/frameworks/:id': async (turn) => ({
      path: await begin(turn),
      cookie,
      fields: { do: 'add', revision: '1', ...words },
    }),
    '/o/:org/settings/members': async (turn) => ({
      path: scene.page,
      cookie,
      fields: { intent: 'invite', email: `turn${turn}@example.org`, role: 'employee' },
    }),
    '/o/:org/settings/my-membership': async () => ({
      path: at('settings/my-membership'),
      cookie: (await scene.newMember('employee')).cookie,
      fields: { confirm: 'yes' },
    }),
    '/o/:org/operations/:id': async () => {
      const { id } = await web.db.tenant(a.organizationId, (ctx) =>
        startOperation(ctx, { kind: 'import-source', input: {} }),
      );
      return { path: at(`operations/${id}`), cookie, fields: { intent: 'cancel' }, status: 200 };
    },
    '/invite/:token': async (turn) => ({
      path: (await scene.invitation(`new${turn}@example.org`)).path,
      cookie: '',
      fields: { name: 'Jo Berg', password: 'Seven grey doors at half past four' },
    }),
    '/login': async () => ({
      path: '/login',
      cookie: '',
      fields: { email: a.members.employee.email, password: TEST_PASSWORD, next: '/o' },
    }),
    '/theme': async () => ({ path: '/theme', cookie, fields: { theme: 'dark', returnTo: '/login' } }),
    '/logout': async () => ({ path: '/logout', cookie: await web.signInAs('employee'), fields: {} }),
  };
}
