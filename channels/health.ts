import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { HttpServer } from './http-server.ts';
import type { DescribedRoute } from './openapi.ts';

const PATIENCE_MS = 2000;

export interface HealthParts {
  /** What has to answer for the service to be of use, by name. */
  readonly needs: Readonly<Record<string, () => Promise<unknown>>>;
  /** What it can do without, by name: told beside, and no reason to send customers elsewhere. */
  readonly wants?: Readonly<Record<string, () => boolean>>;
  /** Whether the service is on its way out: no new work is to be sent here. */
  readonly draining: () => boolean;
  readonly metrics: Pick<Registry, 'metrics' | 'contentType'>;
}

export const HEALTH_ROUTES = [
  {
    method: 'get',
    path: '/health/live',
    summary: 'That the process answers',
    access: 'public',
    answer: z.object({ status: z.literal('live') }),
  },
  {
    method: 'get',
    path: '/health/ready',
    summary: 'Whether it is of use: 503 with the reasons where it is not',
    access: 'public',
    answer: z.object({
      status: z.enum(['ready', 'not_ready']),
      reasons: z.array(z.string()),
      degraded: z.array(z.string()).optional(),
    }),
    statuses: [200, 503],
  },
  { method: 'get', path: '/metrics', summary: 'Figures for Prometheus', access: 'public', answerType: 'text/plain' },
] as const satisfies readonly DescribedRoute[];

/** GET /health/live, /health/ready and /metrics. */
export function mountHealth(server: HttpServer, { needs, wants = {}, draining, metrics }: HealthParts): void {
  for (const method of ['get', 'head'] as const) {
    server.on(method, '/health/live', async () => ({ kind: 'json', status: 200, body: { status: 'live' } }));
    server.on(method, '/health/ready', async () => {
      const reasons = [...(draining() ? ['draining'] : []), ...(await missing(needs))];
      const status = reasons.length === 0 ? 'ready' : 'not_ready';
      const degraded = Object.entries(wants).flatMap(([name, isThere]) => (isThere() ? [] : [`${name}_unreachable`]));
      return {
        kind: 'json',
        status: reasons.length === 0 ? 200 : 503,
        body: { status, reasons, ...(degraded.length > 0 ? { degraded } : {}) },
      };
    });
  }
  server.on('get', '/metrics', async () => ({
    kind: 'bytes',
    status: 200,
    contentType: metrics.contentType,
    bytes: await metrics.metrics(),
  }));
}

/** The names of what does not answer, or not in time; what exactly went wrong is for the log, not for the world. */
async function missing(needs: HealthParts['needs']): Promise<string[]> {
  const names = await Promise.all(
    Object.entries(needs).map(async ([name, ask]) => ((await answers(ask)) ? [] : [`${name}_unreachable`])),
  );
  return names.flat();
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const asked = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
