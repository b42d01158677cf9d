import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { proofCount, proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import type { Answer } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { changeOther, keepLog } from './worlds/other-worlds';
import { everyQuestion, type Question, textOf } from './worlds/requests';

const EVERYDAY = 1;
const WORLDS = proofCount(EVERYDAY);
const SEED = proofSeed();

const web = await openTestWeb();
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
/** A workbook carries the second in which it was made; the CSV of the same table says the same. */
const isWorkbook = ({ path }: Question) => path.includes('format=xlsx');
const questions = (await everyQuestion(web, WORLDS > EVERYDAY ? 'whole' : 'everyday')).filter(
  (question) => !isWorkbook(question),
);

const EACH_TIME = ['x-request-id', 'date', 'etag', 'content-length', 'connection', 'keep-alive'];

/** The id that the form for a new token carries, so that it makes one however often it is sent: in the markup and in the data. */
const FORM_TOKEN =
  /(?<=name="token" value="|mayRevoke[\\"]+,[\\"]+)[0-9a-f-]{36}|[0-9a-f-]{36}(?=[\\"]+,[\\"]+roles)/g;
/** Data of a page of the log: equal moments stand in it once, so that its places depend on how long things took. */
const LOG_DATA = /streamController\.enqueue\(.*?\);<\/script>/gs;

/** Without the nonce, the request's id, moments and the hashes of the log over them, which differ in any two answers. */
function normalised(path: string, answer: Answer): string {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !EACH_TIME.includes(name)),
  );
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '\0';
  const text = textOf({ ...answer, headers });
  return (/\/audit(\?|$)/.test(path) ? text.replaceAll(LOG_DATA, '') : text)
    .replaceAll(nonce, 'NONCE')
    .replaceAll(String(answer.headers['x-request-id']), 'REQUEST')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)/g, 'MOMENT')
    .replace(/\b\d\d:\d\d(:\d\d)?\b/g, 'TIME')
    .replace(/(?:\b|(?<=\\x))[0-9a-f]{64}\b/g, 'HASH')
    .replaceAll(FORM_TOKEN, 'TOKEN');
}

const forgetViews = await keepLog(admin, web.a);
/** No worker runs here: what questions ask of it would wait, and be told as stuck after a while. */
const forgetJobs = () =>
  admin`delete from graphile_worker._private_jobs where payload ->> 'organizationId' = ${web.a.organizationId}`;

async function answersNow(asked = questions): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { viewer, path, ask } of asked) {
    await forgetViews();
    await forgetJobs();
    answers.set(`${viewer} ${path}`, normalised(path, await ask()));
  }
  return answers;
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one].flatMap(([question, answer]) => {
    const second = other.get(question) ?? '';
    if (second === answer) return [];
    const at = [...answer].findIndex((letter, index) => second[index] !== letter);
    return [
      `${question}: ${answer.slice(Math.max(0, at - 60), at + 80)} | ${second.slice(Math.max(0, at - 60), at + 80)}`,
    ];
  });
}

const first = await answersNow();

const isApi = ({ path }: Question) => path.startsWith('/api/');
const viewersOf = (some: readonly Question[]) => [...new Set(some.map(({ viewer }) => viewer))];

/** All questions of one kind of viewer of the pages and one of the API, by turns; every day of all there are. */
function questionsOf(turn: number): Question[] {
  if (WORLDS === EVERYDAY) return questions;
  const [api, pages] = [questions.filter(isApi), questions.filter((one) => !isApi(one))];
  return [api, pages].flatMap((some) => {
    const viewers = viewersOf(some);
    return some.filter(({ viewer }) => viewer === viewers[turn % viewers.length]);
  });
}

/** What was answered first to these questions. */
const firstOf = (asked: readonly Question[]) =>
  new Map(
    asked.map(({ viewer, path }) => [`${viewer} ${path}`, first.get(`${viewer} ${path}`) ?? ''] as const),
  );

describe('non-interference (security.md proof 4)', () => {
  it(
    `${WORLDS} worlds where only the other organization differs: the same bytes`,
    async () => {
      const faults = differing(first, await answersNow()).map((fault) => `nothing changed: ${fault}`);
      const changed = new Set<string>();
      let answers = 0;
      for (let turn = 0; turn < WORLDS; turn += 1) {
        const asked = questionsOf(turn);
        const names = await changeOther({ web, admin, random: seededRandom(SEED + turn), turn });
        for (const name of names) changed.add(name);
        const found = differing(firstOf(asked), await answersNow(asked));
        answers += asked.length;
        if (WORLDS > EVERYDAY)
          console.info(`proof 4: ${turn + 1} worlds, ${faults.length + found.length} failures`);
        faults.push(...found.map((fault) => `PROOF_SEED=${SEED + turn} ${names.join()}: ${fault}`));
      }
      console.info(
        `proof 4: ${WORLDS} worlds, ${questions.length} questions, ${answers} answers in them, ${changed.size} kinds of change, ` +
          `${faults.length} failures, seed ${SEED}`,
      );
      expect(faults).toEqual([]);
      expect(questions.length).toBeGreaterThan(100);
    },
    120_000 + WORLDS * 600_000,
  );
});

describe('red control', () => {
  it('a change of the other organization that reaches this one is seen', async () => {
    await admin.unsafe(`create function reach() returns trigger language plpgsql as $$
      begin
        update employees set name = name || '.' where employee_id = '${web.a.person(3).employeeId}';
        return null;
      end $$`);
    await admin`create trigger reach after update of name on auth.organization_directory
      for each statement execute function reach()`;
    await admin`update auth.organization_directory set name = 'Another' where organization_id = ${web.b.organizationId}`;
    const asked = questions.filter(
      ({ path, viewer }) => viewer === 'hr_partner' && path.includes('/people/'),
    );
    const now = await answersNow(asked);
    const before = new Map([...first].filter(([question]) => now.has(question)));
    expect(differing(before, now).length).toBeGreaterThan(0);
  });
});
