import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ANSWER_MS } from './subject.ts';

/** Stands where Azure's connector does: takes the replies that a bot sends and tells whoever waits for them. */
export interface ConnectorSink {
  /** For activities' serviceUrl. */
  readonly url: string;
  /** Resolves with the time (performance.now) at which the next message for the conversation came. */
  nextReply(conversationId: string): Promise<number>;
  close(): void;
}

export async function openConnectorSink(): Promise<ConnectorSink> {
  const waiting = new Map<string, (at: number) => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { type } = JSON.parse(Buffer.concat(chunks).toString()) as { type: string };
      const id = decodeURIComponent(/^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '')?.[1] ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
      if (type === 'message') waiting.get(id)?.(performance.now());
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nextReply(conversationId) {
      const came = new Promise<number>((resolve) => waiting.set(conversationId, resolve));
      return Promise.race([came, late(conversationId)]).finally(() => waiting.delete(conversationId));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function late(conversationId: string): Promise<never> {
  await delay(ANSWER_MS, undefined, { ref: false });
  throw new Error(`no answer in ${conversationId}`);
}
