import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLogLines } from '#test/setup/log-lines';
import { policyReports } from './policy-reports.server';

const { logger, lines } = keepLogLines('web');
let now = 0;
const app = express()
  .set('trust proxy', true)
  .post('/', policyReports({ logger, origins: ['https://cadre.example'], clock: () => now }));
const server = createServer(app);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const send = async (body: string, from = '192.0.2.1') => {
  const { port } = server.address() as AddressInfo;
  const sent = { method: 'POST', body, headers: { Connection: 'close', 'X-Forwarded-For': from } };
  return (await fetch(`http://127.0.0.1:${port}/`, sent)).status;
};
const said = () =>
  lines.splice(0).map((line) => {
    const { directive, blocked, path } = JSON.parse(line) as Record<string, unknown>;
    return [directive, blocked, path];
  });
const PERSON = 'https://cadre.example/o/harbour/people/6f9619ff-8b86-4d01-b42d-00cf4fc964ff?query=Jo';
const old = (blocked: string) =>
  JSON.stringify({
    'csp-report': {
      'document-uri': PERSON,
      'effective-directive': 'script-src-elem',
      'blocked-uri': blocked,
      'script-sample': 'alert("Jo is ill")',
    },
  });

describe('reports of the content policy', () => {
  it('are a line of what was stopped on which kind of page, and name nobody', async () => {
    now = 0;
    expect(await send(old('inline'))).toBe(204);
    expect(await send(old('https://evil.example/jo.js?who=jo'))).toBe(204);
    expect(await send(old('https://cadre.example/jo.js'))).toBe(204);
    const body = { documentURL: PERSON, effectiveDirective: 'img-src', blockedURL: 'data' };
    expect(await send(JSON.stringify([{ type: 'csp-violation', body }]))).toBe(204);
    expect(lines.join('')).not.toMatch(/jo\b|harbour|6f9619ff|evil/i);
    const page = '/o/:org/people/:id';
    expect(said()).toEqual([
      ['script-src-elem', 'inline', page],
      ['script-src-elem', 'elsewhere', page],
      ['script-src-elem', 'here', page],
      ['img-src', 'data', page],
    ]);
  });

  it('are refused when they are none, and what a sender made up is not repeated', async () => {
    now = 60_000;
    for (const body of ['', '{', 'null', '[]x', '{"csp-report":7}', '[{"body":"x"}]', '"text"'])
      expect([body, await send(body)]).toEqual([body, 400]);
    expect(said()).toEqual([]);
    const body = { effectiveDirective: 'Jo is ill', blockedURL: 'jo', documentURL: 'jo' };
    expect(await send(JSON.stringify([{ body }]))).toBe(204);
    expect(said()).toEqual([['other', 'other', '']]);
    const elsewhere = {
      effectiveDirective: 'img-src',
      blockedURL: 'data',
      documentURL: 'https://jo.example/jo',
    };
    await send(JSON.stringify([{ body: elsewhere }]));
    expect(said()).toEqual([['img-src', 'data', '']]);
  });

  it('are twenty lines a minute of one address, and two hundred of all', async () => {
    now = 120_000;
    const one = { body: { effectiveDirective: 'img-src', blockedURL: 'data', documentURL: PERSON } };
    for (let sent = 0; sent < 5; sent += 1)
      expect(await send(JSON.stringify(Array.from({ length: 40 }, () => one)))).toBe(204);
    expect(said()).toHaveLength(20);
    await send(old('inline'), '192.0.2.2');
    expect(said()).toHaveLength(1);
    for (let sender = 0; sender < 60; sender += 1)
      await send(JSON.stringify(Array.from({ length: 10 }, () => one)), `198.51.100.${sender}`);
    expect(said()).toHaveLength(200 - 21);
    now += 60_000;
    await send(old('inline'));
    expect(said()).toHaveLength(1);
  });
});
