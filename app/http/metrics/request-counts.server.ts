import type { RequestHandler } from 'express';
import type { Metric, Sample } from './prometheus-text';

/** Upper bounds of the duration's buckets, seconds. */
const BOUNDS_S = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a path is of. No more is kept of it: a path names organizations and people. */
export type RouteKind = 'page' | 'data' | 'api' | 'asset' | 'health';

interface Durations {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export interface RequestCounts {
  /** Counts each request when it has ended. */
  readonly count: RequestHandler;
  readonly metrics: () => readonly Metric[];
}

/** Which kind of route answers a path. */
export function routeKind(path: string): RouteKind {
  if (path === '/healthz' || path === '/readyz' || path === '/metrics') return 'health';
  if (path === '/api' || path.startsWith('/api/')) return 'api';
  if (path.startsWith('/assets/') || path === '/favicon.ico') return 'asset';
  return path.endsWith('.data') ? 'data' : 'page';
}

/** Counts of requests of this process by kind of route and kind of answer, and how long they took. */
export function createRequestCounts(): RequestCounts {
  const answers = new Map<string, number>();
  const durations = new Map<RouteKind, Durations>();
  const note = (kind: RouteKind, status: number, seconds: number) => {
    const key = `${kind} ${Math.floor(status / 100)}xx`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
    const held = durations.get(kind) ?? { buckets: BOUNDS_S.map(() => 0), sum: 0, count: 0 };
    durations.set(kind, held);
    BOUNDS_S.forEach((bound, index) => {
      if (seconds <= bound) held.buckets[index] = (held.buckets[index] ?? 0) + 1;
    });
    held.sum += seconds;
    held.count += 1;
  };
  return {
    count: (req, res, next) => {
      const started = performance.now();
      const kind = routeKind(req.path);
      res.on('close', () => note(kind, res.statusCode, (performance.now() - started) / 1000));
      next();
    },
    metrics: () => [
      {
        name: 'cadre_http_requests_total',
        help: 'Requests answered, by kind of route and of answer.',
        type: 'counter',
        samples: [...answers].sort().map(([key, value]) => {
          const [route = '', status = ''] = key.split(' ');
          return { labels: { route, status }, value };
        }),
      },
      {
        name: 'cadre_http_request_duration_seconds',
        help: 'Time from the first line of a request to the end of its answer.',
        type: 'histogram',
        samples: [...durations].sort().flatMap(([route, held]) => histogramOf(route, held)),
      },
    ],
  };
}

function histogramOf(route: RouteKind, { buckets, sum, count }: Durations): Sample[] {
  return [
    ...BOUNDS_S.map((bound, index) => ({
      suffix: '_bucket' as const,
      labels: { route, le: String(bound) },
      value: buckets[index] ?? 0,
    })),
    { suffix: '_bucket', labels: { route, le: '+Inf' }, value: count },
    { suffix: '_sum', labels: { route }, value: sum },
    { suffix: '_count', labels: { route }, value: count },
  ];
}
