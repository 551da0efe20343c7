import { type Agent, request } from 'node:http';

/** POSTs JSON over a kept connection; resolves with the answer's body. Rejects on any status but 2xx. */
export function post(
  url: string,
  body: unknown,
  { agent, headers = {} }: { agent: Agent; headers?: Readonly<Record<string, string>> },
): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const fields = { ...headers, 'content-type': 'application/json', 'content-length': bytes.length };
    const call = request(url, { method: 'POST', agent, headers: fields }, (response) => {
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
    call.on('error', reject);
    call.end(bytes);
  });
}
