import type { OutgoingHttpHeaders } from 'node:http';
import { DEMO_STAFF } from '../../../data/demo/demo-staff.ts';
import { meSchema } from '../../../web/protocol/desk/staff.ts';
import type { HttpClient } from './http-client.ts';

/** Somebody who calls the API: signed in, or nobody. */
export interface StaffCaller {
  readonly name: string;
  readonly headers: OutgoingHttpHeaders;
}

export const NOBODY: StaffCaller = { name: 'nobody', headers: {} };

export async function signIn(client: HttpClient, login: string): Promise<StaffCaller> {
  const password = DEMO_STAFF.find((staff) => staff.login === login)?.demoPassword;
  const body = JSON.stringify({ login, password });
  const headers = { 'content-type': 'application/json' };
  const answer = await client.send({ method: 'POST', path: '/api/desk/sign-in', headers, body });
  const { csrf } = meSchema.parse(answer.json);
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return { name: login, headers: { cookie, 'x-csrf-token': csrf } };
}

/** One of each role. */
export async function signInEverybody(client: HttpClient): Promise<StaffCaller[]> {
  return Promise.all(['agent1', 'dispatcher', 'supervisor', 'admin'].map((login) => signIn(client, login)));
}
