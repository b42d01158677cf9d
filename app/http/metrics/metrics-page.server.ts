import type { RequestHandler } from 'express';
import type { Database } from '#db/database';
import type { Services } from '../app-context';
import { problem } from '../error-response.server';
import type { KeptPages } from '../kept-pages/kept-pages.server';
import { sendResponse } from '../send-response.server';
import type { Turns } from '../turns.server';
import { mayReadMetrics } from './metrics-access.server';
import { type Metric, prometheusText } from './prometheus-text';
import { queueMetrics } from './queue-metrics.server';
import type { RequestCounts } from './request-counts.server';

type Needed = Pick<Services, 'database' | 'environment' | 'logger'>;

/**
 * Answers /metrics: numbers of this web process, its database connections and the job queue, without any name. A database
 * that does not answer leaves the queue's numbers out and cadre_database_up at 0: what is known stays readable.
 */
export function metricsPage(
  { database, environment, logger }: Needed,
  counts: RequestCounts,
  turns: Turns,
  kept: Pick<KeptPages, 'metrics'>,
): RequestHandler {
  return (req, res) => {
    const headerNames = req.rawHeaders.filter((_, index) => index % 2 === 0);
    const { authorization } = req.headers;
    if (!mayReadMetrics(environment, { authorization, peer: req.socket.remoteAddress, headerNames })) {
      if (environment.METRICS_TOKEN) res.setHeader('WWW-Authenticate', 'Bearer');
      const refusal = {
        status: environment.METRICS_TOKEN ? 401 : 403,
        detail: 'Metrics are read on this machine itself, or with the token of METRICS_TOKEN.',
        requestId: String(res.locals['requestId']),
      };
      return void sendResponse(res, problem(refusal));
    }
    void queueMetrics(database)
      .catch((error: unknown) => {
        logger.warn({ error }, 'the queue could not be measured');
        return null;
      })
      .then((queue) => {
        const metrics = [
          up(queue !== null),
          ...(queue ?? []),
          ...poolMetrics(database),
          turnMetric(turns),
          ...kept.metrics(),
          ...counts.metrics(),
        ];
        res.setHeader('Cache-Control', 'no-store');
        res.type('text/plain; version=0.0.4').send(prometheusText([...metrics, ...processMetrics()]));
      });
  };
}

function up(isUp: boolean): Metric {
  const help = 'Whether the database answered this time.';
  return { name: 'cadre_database_up', help, type: 'gauge', samples: [{ value: isUp ? 1 : 0 }] };
}

/** Connections of this process by the role that they are of. */
function poolMetrics({ app, auth }: Database): Metric[] {
  const pools = Object.entries({ app: app.use, auth: auth.use });
  return [
    {
      name: 'cadre_database_connections',
      help: 'Connections to the database of this process, by pool and state.',
      type: 'gauge',
      samples: pools.flatMap(([pool, { held, idle, opening }]) =>
        Object.entries({ held, idle, opening }).map(([state, value]) => ({ labels: { pool, state }, value })),
      ),
    },
    {
      name: 'cadre_database_connections_limit',
      help: 'Most connections of the pool.',
      type: 'gauge',
      samples: pools.map(([pool, { size }]) => ({ labels: { pool }, value: size })),
    },
    {
      name: 'cadre_database_waiting',
      help: 'Callers that wait for a connection.',
      type: 'gauge',
      samples: pools.map(([pool, { waiting }]) => ({ labels: { pool }, value: waiting })),
    },
  ];
}

function turnMetric(turns: Turns): Metric {
  const samples = Object.entries(turns.use()).map(([state, value]) => ({ labels: { state }, value }));
  const help = 'Requests that hold and that wait for the turn of their organization.';
  return { name: 'cadre_http_turns', help, type: 'gauge', samples };
}

function processMetrics(): Metric[] {
  const started = Date.now() / 1000 - process.uptime();
  return [
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory of the web process.',
      type: 'gauge',
      samples: [{ value: process.memoryUsage.rss() }],
    },
    {
      name: 'process_start_time_seconds',
      help: 'When the web process began, seconds since 1970.',
      type: 'gauge',
      samples: [{ value: Math.round(started) }],
    },
  ];
}
