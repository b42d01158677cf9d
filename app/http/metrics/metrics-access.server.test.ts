import { describe, expect, it } from 'vitest';
import { readEnvironment } from '~/env.server';
import { type MetricsAsker, mayReadMetrics } from './metrics-access.server';

const TOKEN = 'a token of the operator';
const alone = readEnvironment({ NODE_ENV: 'production' });
const behindProxy = readEnvironment({ NODE_ENV: 'production', ORIGINS: 'https://cadre.example' });
const withToken = readEnvironment({ NODE_ENV: 'production', METRICS_TOKEN: TOKEN });
const local: MetricsAsker = { authorization: undefined, peer: '127.0.0.1', headerNames: ['Host'] };

describe('mayReadMetrics', () => {
  it('lets this machine read where nobody else reaches the server', () => {
    expect(mayReadMetrics(alone, local)).toBe(true);
    expect(mayReadMetrics(alone, { ...local, peer: '::ffff:127.0.0.1' })).toBe(true);
    expect(mayReadMetrics(alone, { ...local, peer: '192.0.2.7' })).toBe(false);
  });

  it('takes nobody behind a proxy of this machine for the machine itself', () => {
    expect(mayReadMetrics(behindProxy, local)).toBe(false);
    expect(mayReadMetrics(alone, { ...local, headerNames: ['Host', 'X-Forwarded-For'] })).toBe(false);
  });

  it('asks for the token from everybody where there is one', () => {
    expect(mayReadMetrics(withToken, local)).toBe(false);
    expect(mayReadMetrics(withToken, { ...local, authorization: `Bearer ${TOKEN}x` })).toBe(false);
    const bearer = { ...local, peer: '192.0.2.7', authorization: 'Bearer a' };
    expect(mayReadMetrics(withToken, bearer)).toBe(false);
  });

  it('reads with the token from anywhere', () => {
    const secret = 'one-word-of-the-operator';
    const environment = readEnvironment({ NODE_ENV: 'production', METRICS_TOKEN: secret });
    const asker = { ...local, peer: '192.0.2.7', authorization: `Bearer ${secret}` };
    expect(mayReadMetrics(environment, asker)).toBe(true);
  });
});
