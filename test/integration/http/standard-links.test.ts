import { describe, expect, it } from 'vitest';
import type { MemberKey } from '#test/factories/canary-organization';
import { fixtureInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';

const SOC = '33-9032.00';
const PLACE = '/standards/TSTDK12';
const web = await openTestWeb();
await takeSource(web.db, fixtureInput('standard.txt'));

const cookies = new Map<MemberKey, string>();
for (const key of ['hr_partner', 'employee'] as const) cookies.set(key, await web.signInAs(key));
const abroad = await web.signInAs('hr_partner', web.b);

const post = (fields: Readonly<Record<string, string>>, key: MemberKey = 'hr_partner') =>
  web.send(`/o/${web.a.slug}${PLACE}`, {
    ...form(web.origin, { version: '3', ...fields }),
    cookie: cookies.get(key) ?? '',
  });
const standardsOf = async (organization = web.a) => {
  const token = await web.token('hr_partner', { of: organization });
  const answer = await web.send(`/api/v1/occupations/${SOC}`, { token });
  return (JSON.parse(answer.body) as { standards: { urn: string; linkedBy: string }[] }).standards;
};

describe('a link between a standard and an occupation', () => {
  it('is made and taken back by a person, and seen by the own organization only', async () => {
    expect(await standardsOf()).toEqual([]);
    const made = await post({ intent: 'link', soc: SOC });
    expect([made.status, made.headers.location]).toEqual([302, `/o/${web.a.slug}${PLACE}?version=3`]);
    expect((await post({ intent: 'link', soc: SOC })).status).toBe(302);
    expect(await standardsOf()).toMatchObject([
      { urn: 'TSTDK12', linkedBy: expect.stringContaining(web.a.canary) },
    ]);
    expect(await standardsOf(web.b)).toEqual([]);
    const other = await web.send(`/o/${web.b.slug}${PLACE}`, { cookie: abroad });
    expect(other.body).toContain('Nobody has linked this standard');
    expect((await post({ intent: 'unlink', soc: SOC })).status).toBe(302);
    expect(await standardsOf()).toEqual([]);
  });

  it('needs an occupation that is there, and says which is not', async () => {
    for (const [soc, words] of [
      ['99-9999.99', 'has no occupation 99-9999.99'],
      ['guard', 'A code such as 11-3013.01'],
      ['\u0000', 'The form could not be read'],
    ] as const) {
      const answer = await post({ intent: 'link', soc });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(words);
    }
    expect((await post({ intent: 'link', soc: SOC, version: '99' })).status).toBe(404);
    expect(await standardsOf()).toEqual([]);
  });

  it('is not for those who may only read the catalogue', async () => {
    expect((await post({ intent: 'link', soc: SOC }, 'employee')).status).toBe(403);
    const page = await web.send(`/o/${web.a.slug}${PLACE}`, { cookie: cookies.get('employee') ?? '' });
    expect(page.body).not.toContain('Occupation code');
    expect(await standardsOf()).toEqual([]);
  });
});
