import type { Agent } from 'node:http';
import { call } from '../measure/call.ts';

/** POSTs JSON over a kept connection; resolves with the answer's body. Rejects on any status but 2xx. */
export function post(
  url: string,
  body: unknown,
  { agent, headers = {} }: { agent: Agent; headers?: Readonly<Record<string, string>> },
): Promise<string> {
  return call(url, { method: 'POST', agent, headers, body });
}
