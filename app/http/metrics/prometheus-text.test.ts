import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { prometheusText } from './prometheus-text';
import { createRequestCounts, routeKind } from './request-counts.server';

describe('prometheusText', () => {
  it('writes name, help, type and samples, with what labels must not hold escaped', () => {
    const samples = [{ labels: { of: 'a"b\\c\nd' }, value: 1.5 }, { value: 2 }];
    expect(prometheusText([{ name: 'cadre_x', help: 'What.', type: 'gauge', samples }])).toBe(
      '# HELP cadre_x What.\n# TYPE cadre_x gauge\ncadre_x{of="a\\"b\\\\c\\nd"} 1.5\ncadre_x 2\n',
    );
  });
});

describe('createRequestCounts', () => {
  it('counts by kind of route and answer and keeps nothing of the path', () => {
    const counts = createRequestCounts();
    for (const [path, statusCode] of [
      ['/o/some-customer/people', 200],
      ['/o/some-customer/people', 404],
      ['/api/v1/heatmap', 200],
    ] as const) {
      const res = Object.assign(new EventEmitter(), { statusCode });
      counts.count({ path } as Request, res as unknown as Response, () => {});
      res.emit('close');
    }
    const text = prometheusText(counts.metrics());
    expect(text).toContain('cadre_http_requests_total{route="page",status="2xx"} 1');
    expect(text).toContain('cadre_http_requests_total{route="page",status="4xx"} 1');
    expect(text).toContain('cadre_http_request_duration_seconds_bucket{route="page",le="+Inf"} 2');
    expect(text).toContain('cadre_http_request_duration_seconds_count{route="api"} 1');
    expect(text).not.toContain('some-customer');
  });

  it('knows pages, their data, the API, files and what machines ask', () => {
    expect(['/o/a', '/o/a/heatmap.data', '/api/v1/me', '/assets/a.js', '/readyz'].map(routeKind)).toEqual([
      ...['page', 'data', 'api', 'asset', 'health'],
    ]);
  });
});
