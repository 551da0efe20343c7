import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook, type WebhookVerdict } from '../../channels/webhooks/verify-webhook.ts';
import { type WebhookMessage, webhookMessageSchema } from '../../web/protocol/integration.ts';

export interface Received {
  readonly id: string;
  readonly verdict: WebhookVerdict['kind'];
  readonly message: WebhookMessage;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** How a receiver takes a message: after a while, with a status. */
export interface Taking {
  readonly status: number;
  readonly waitMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody else's system: verifies what it gets as the documentation says, and is as slow or as wrong as a test wants. */
export class WebhookReceiver {
  /** Everything that came, repetitions too. */
  readonly received: Received[] = [];
  readonly url: string;
  readonly port: number;
  secrets: readonly string[] = [];
  take: (nth: number) => Taking = () => ({ status: 204 });
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.url = `http://127.0.0.1:${this.port}/hooks`;
  }

  static async open(port = 0): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { status, waitMs = 0, headers = {} } = receiver.#take(request.headers, Buffer.concat(chunks));
        setTimeout(() => {
          response.writeHead(status, headers);
          response.end();
        }, waitMs);
      });
    });
    return receiver;
  }

  /** Ids of what came and was taken, each once, in the order of first coming. */
  get ids(): string[] {
    return [...new Set(this.received.map(({ id }) => id))];
  }

  async until(satisfied: (received: readonly Received[]) => boolean, patienceMs = 10_000): Promise<void> {
    for (let waited = 0; waited < patienceMs; waited += 20) {
      if (satisfied(this.received)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the receiver waited in vain; it got ${JSON.stringify(this.ids)}`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(headers: Record<string, string | string[] | undefined>, body: Buffer): Taking {
    const verdict = verifyWebhook({ headers, body }, { secrets: this.secrets, now: Date.now });
    const message = webhookMessageSchema.parse(JSON.parse(body.toString()));
    this.received.push({ id: String(headers['webhook-id']), verdict: verdict.kind, message, headers });
    return this.take(this.received.length);
  }
}
