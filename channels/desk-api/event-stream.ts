import type { ServerResponse } from 'node:http';

/** A line of server-sent events to one browser (WHATWG HTML, section 9.2). */
export interface EventStream {
  send(data: unknown): void;
  /** Keeps proxies from closing a quiet line. */
  comment(text: string): void;
  end(): void;
  /** Called once, when the line has ended whichever way. */
  onEnd(listener: () => void): void;
}

/** Milliseconds after which a browser tries again. */
const RETRY_MS = 2000;
/** What may wait in memory for a browser that reads too slowly before its line is cut. */
const MOST_WAITING_BYTES = 256 * 1024;

export function openEventStream(response: ServerResponse): EventStream {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  response.socket?.setNoDelay(true);
  let id = 0;
  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return;
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
    else response.write(text);
  };
  write(`retry: ${RETRY_MS}\n\n`);
  return {
    send(data) {
      id += 1;
      write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    comment: (text) => write(`: ${text}\n\n`),
    end() {
      response.end();
    },
    onEnd(listener) {
      response.once('close', listener);
    },
  };
}
