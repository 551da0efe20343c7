import { type Agent, request } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly agent: Agent;
  readonly headers?: Readonly<Record<string, string>>;
  /** Becomes JSON. */
  readonly body?: unknown;
}

/** A call over a kept connection; resolves with the answer's body. Rejects on any status but 2xx. */
export function call(url: string, { method, agent, headers = {}, body }: Call): Promise<string> {
  const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
  const fields = bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {};
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...fields } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(text);
        else reject(new Error(`${url}: ${status} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(bytes);
  });
}
