import { randomUUID } from 'node:crypto';
import type { SeededOrganization } from '#test/factories/seed-organization';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { type Answer, form, type Sent } from '#test/setup/http-client';
import { TEST_PASSWORD, type TestWeb } from '#test/setup/web';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { addDays } from '~/shared/calendar-day';

/** What the clients of a run saw and were told. */
export interface TrafficLog {
  requests: number;
  readonly statuses: Map<number, number>;
  /** Bodies that held another organization's canary, and pages that were not the caller's own. */
  readonly foreign: string[];
  /** No answer, a broken connection, a status that nobody expects. */
  readonly unexpected: string[];
  /** Evidence texts of imports that were acknowledged, by organization. */
  readonly written: Map<string, string[]>;
  readonly refusedWrites: Map<string, number>;
  /** Cookies of acknowledged sign-ins that were left open, and of acknowledged sign-outs. */
  readonly open: string[];
  readonly ended: string[];
}

export function emptyTraffic(): TrafficLog {
  return {
    requests: 0,
    statuses: new Map(),
    foreign: [],
    unexpected: [],
    written: new Map(),
    refusedWrites: new Map(),
    open: [],
    ended: [],
  };
}

export interface Client {
  readonly web: TestWeb;
  readonly own: SeededOrganization;
  readonly other: SeededOrganization;
  readonly cookie: string;
  readonly token: string;
  readonly random: SeededRandom;
  readonly log: TrafficLog;
}

const count = <K>(counts: Map<K, number>, key: K) => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Sends a request and keeps what is wrong with its answer. Null when there was none. */
async function ask(client: Client, path: string, sent: Sent & { readonly expect: readonly number[] }) {
  const { web, other, log } = client;
  log.requests += 1;
  const answer = await web.send(path, sent).catch((error: unknown) => {
    log.unexpected.push(`${path}: ${String(error)}`);
    return null;
  });
  if (!answer) return null;
  count(log.statuses, answer.status);
  const seen = `${JSON.stringify(answer.headers)}${answer.body}`;
  if (seen.includes(other.canary)) log.foreign.push(`${client.own.canary} ${path}: ${answer.status}`);
  if (!sent.expect.includes(answer.status)) log.unexpected.push(`${path}: ${answer.status}`);
  return answer;
}

/** One read of a page or a resource that holds names of the own organization. */
export async function readSomething(client: Client): Promise<void> {
  const { own, cookie, token, random, log } = client;
  const { employeeId, externalId } = own.person(1 + random.below(27));
  const base = `/o/${own.slug}`;
  const reads: readonly (readonly [string, Sent])[] = [
    [`${base}/heatmap`, { cookie }],
    [`${base}/heatmap?rows=person`, { cookie }],
    [`${base}/heatmap.data?parent=${own.teams.top}`, { cookie }],
    [`${base}/people/${employeeId}`, { cookie }],
    ['/api/v1/heatmap?rows=person', { token }],
    ['/api/v1/heatmap', { token }],
    [`/api/v1/profiles/externalId:${externalId}`, { token }],
    ['/api/v1/me', { token }],
  ];
  const [path, sent] = reads[random.below(reads.length)] ?? ['/api/v1/me', { token }];
  const answer = await ask(client, path, { ...sent, expect: [200, 503] });
  if (answer?.status === 200 && !answer.body.includes(own.canary)) {
    log.foreign.push(`${own.canary} ${path}: not the own data`);
  }
}

/** A sign-in, a look around, and half of the time a sign-out, through the pages. */
export async function signInAndOut(client: Client): Promise<void> {
  const { web, own, random, log } = client;
  const { email } = own.members.employee;
  const entered = await ask(client, '/login', {
    ...form(web.origin, { email, password: TEST_PASSWORD }),
    // A try whose connection died before it was said to be right stays counted: 429 in the end.
    expect: [302, 429, 503],
  });
  const cookie = cookieOf(entered);
  if (!cookie) return;
  await ask(client, '/o', { cookie, expect: [302, 503] });
  if (random.chance(0.5)) {
    log.open.push(cookie);
    return;
  }
  const left = await ask(client, '/logout', { ...form(web.origin, {}), cookie, expect: [302, 503] });
  if (left?.status === 302) log.ended.push(cookie);
}

function cookieOf(answer: Answer | null): string | undefined {
  return answer?.status === 302 ? answer.cookies[0] : undefined;
}

/** One import of a rating with a text of its own, as the command line does it; number tells writes apart. */
export async function importSomething(client: Client, number: number): Promise<void> {
  const { web, own, log } = client;
  const evidence = `${own.canary} ${randomUUID()}`;
  const person = own.person(1 + (number % 27)).externalId;
  const day = addDays(own.today, -31 - Math.floor(number / 27));
  const text = [
    'employee_external_id,rater,assessed_on,occupation,dimension,level,evidence',
    `${person},calibrated,${day},33-9032.00,mastery,${number % 5},${evidence}`,
    '',
  ].join('\n');
  const given = { file: 'kill.csv', text, today: own.today, importedBy: 'kill' };
  try {
    await web.db.tenant(own.organizationId, (ctx) => importAssessments(ctx, given));
    log.written.set(own.organizationId, [...(log.written.get(own.organizationId) ?? []), evidence]);
  } catch (error) {
    const name = (error as Error).name;
    count(log.refusedWrites, name);
    if (!['ConnectionLost', 'PoolExhausted'].includes(name)) log.unexpected.push(`import: ${String(error)}`);
  }
}
