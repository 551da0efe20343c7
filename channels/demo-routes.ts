import { json } from './http/http-answer.ts';
import type { HttpServer } from './http-server.ts';

/** What only the demo utility shows. Without these, the addresses answer 404. */
export interface DemoPorts {
  /** The text messages that a gateway would have sent, newest first. */
  readonly sms: () => Promise<unknown>;
  /** Accounts to sign in and customers to try. */
  readonly hints: () => Promise<unknown>;
}

export function mountDemoRoutes(server: HttpServer, { sms, hints }: DemoPorts): void {
  server.on('get', '/api/demo/sms', async () => json(200, await sms()));
  server.on('get', '/api/demo/hints', async () => json(200, await hints()));
}
